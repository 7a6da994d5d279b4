//! What was typed on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Result, anyhow, bail};
use lexopt::prelude::*;

/// One command with its options.
#[derive(Debug, PartialEq)]
pub(crate) enum Options {
    Help,
    Setup,
    Bindings,
    Build,
    Serve(Serve),
    Test(Choice),
    Bench(Bench),
    /// Which recipes to follow; none named means all.
    Recipes(Vec<String>),
    Release(Extent),
    Shots,
    /// Called by Trunk once it has copied the page; not for people.
    Hook,
}

#[derive(Debug, PartialEq)]
pub(crate) struct Serve {
    pub(crate) open: bool,
    pub(crate) port: u16,
    pub(crate) release: bool,
}

/// How far a release goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Extent {
    /// Only written.
    Written,
    /// And checked as those who install it would.
    Checked,
    /// And built once more in another folder, and compared.
    Twice,
}

/// Which parts of the tests to run; none named means all.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Choice {
    pub(crate) keep_going: bool,
    pub(crate) parts: Vec<String>,
}

/// Which parts of the benchmarks to run; none named means all.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Bench {
    pub(crate) parts: Vec<String>,
    /// The folder of an older build, to measure beside this one.
    pub(crate) against: Option<PathBuf>,
}

impl Options {
    pub(crate) fn from_command_line() -> Result<Self> {
        Self::read(std::env::args_os().skip(1))
    }

    fn read(words: impl IntoIterator<Item = OsString>) -> Result<Self> {
        let mut words = lexopt::Parser::from_args(words);
        let Some(first) = words.next()? else {
            return Ok(Self::Help);
        };
        let command = match first {
            Value(word) => word.string()?,
            Short('h') | Long("help") => return Ok(Self::Help),
            other => return Err(other.unexpected().into()),
        };
        let options = match command.as_str() {
            "serve" => return serve(words),
            "test" => return test(words),
            "bench" => return bench(words),
            "recipes" => return recipes(words),
            "release" => return release(words),
            "help" => Self::Help,
            "setup" => Self::Setup,
            "bindings" => Self::Bindings,
            "build" => Self::Build,
            "shots" => Self::Shots,
            "hook" => Self::Hook,
            other => bail!("there is no command `{other}`: `cargo xtask help` lists them"),
        };
        match words.next()? {
            None => Ok(options),
            Some(extra) => Err(extra.unexpected().into()),
        }
    }
}

fn serve(mut words: lexopt::Parser) -> Result<Options> {
    let mut serve = Serve {
        open: false,
        port: 8080,
        release: false,
    };
    while let Some(word) = words.next()? {
        match word {
            Long("open") => serve.open = true,
            Long("release") => serve.release = true,
            Short('p') | Long("port") => {
                let value = words.value()?.string()?;
                serve.port = value
                    .parse()
                    .map_err(|_| anyhow!("`{value}` is no port: give a number from 1 to 65535"))?;
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Options::Serve(serve))
}

fn test(mut words: lexopt::Parser) -> Result<Options> {
    let mut choice = Choice::default();
    while let Some(word) = words.next()? {
        match word {
            Long("keep-going") => choice.keep_going = true,
            Value(part) => choice.parts.push(part.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Options::Test(choice))
}

fn bench(mut words: lexopt::Parser) -> Result<Options> {
    let mut bench = Bench::default();
    while let Some(word) = words.next()? {
        match word {
            Long("against") => bench.against = Some(words.value()?.into()),
            Value(part) => bench.parts.push(part.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Options::Bench(bench))
}

fn recipes(mut words: lexopt::Parser) -> Result<Options> {
    let mut names = Vec::new();
    while let Some(word) = words.next()? {
        match word {
            Value(name) => names.push(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Options::Recipes(names))
}

fn release(mut words: lexopt::Parser) -> Result<Options> {
    let mut extent = Extent::Checked;
    while let Some(word) = words.next()? {
        extent = match word {
            Long("twice") => Extent::Twice,
            Long("unchecked") => Extent::Written,
            other => return Err(other.unexpected().into()),
        };
    }
    Ok(Options::Release(extent))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Options> {
        Options::read(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn serve_takes_a_port_and_two_switches() {
        let expected = Serve {
            open: true,
            port: 9000,
            release: true,
        };
        let read = read("serve --open --port 9000 --release").unwrap();
        assert_eq!(read, Options::Serve(expected));
    }

    #[test]
    fn test_takes_the_names_of_parts() {
        let expected = Choice {
            keep_going: true,
            parts: vec!["rust".into(), "browser".into()],
        };
        let read = read("test rust --keep-going browser").unwrap();
        assert_eq!(read, Options::Test(expected));
    }

    #[test]
    fn bench_takes_the_names_of_parts_and_an_older_build() {
        let expected = Bench {
            parts: vec!["native".to_owned(), "browser".to_owned()],
            against: Some("../old/dist".into()),
        };
        let read_bench = read("bench native --against ../old/dist browser").unwrap();
        assert_eq!(read_bench, Options::Bench(expected));
        assert_eq!(read("bench").unwrap(), Options::Bench(Bench::default()));
    }

    #[test]
    fn recipes_takes_their_names() {
        let expected = Options::Recipes(vec!["MkDocs".to_owned()]);
        assert_eq!(read("recipes MkDocs").unwrap(), expected);
    }

    #[test]
    fn release_is_checked_unless_it_is_said_otherwise() {
        for (line, extent) in [
            ("release", Extent::Checked),
            ("release --twice", Extent::Twice),
            ("release --unchecked", Extent::Written),
        ] {
            assert_eq!(read(line).unwrap(), Options::Release(extent), "{line}");
        }
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, named) in [
            ("dance", "dance"),
            ("build --fast", "--fast"),
            ("serve --port many", "many"),
            ("setup now", "now"),
            ("bench --fast", "--fast"),
            ("bench --against", "--against"),
            ("release --thrice", "--thrice"),
        ] {
            let message = read(line).unwrap_err().to_string();
            assert!(message.contains(named), "{line}: {message}");
        }
    }
}
