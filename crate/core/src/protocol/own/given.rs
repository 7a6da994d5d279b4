//! A program that a link gives (`prog`), laid out for an army.

use base64ct::{Base64UrlUnpadded, Encoding};

use crate::{
    link::{
        error::{Allowed, Code, Form, Key, LinkError},
        faults::Faults,
    },
    program::{Layout, Mistake, Program},
    protocol::{own::spec, spec::Spec},
};

/// The program where a link gives none: who hears the commander obeys him.
const FRAME: &str =
    "task broadcast\nsend order to others if me == commander\ndecide said(commander)\n";

/// How the text of a program begins in a link: the version of the language.
const VERSION: &str = "1.";

/// A program and its army.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Given {
    program: Program,
    layout: Layout,
}

impl Given {
    /// From the text of a link, among n generals of whom m may be traitors.
    pub(crate) fn read(text: Option<&str>, (n, m): (usize, usize), faults: &mut Faults) -> Self {
        let laid_out = |program: Program| match Layout::of(&program, n, m) {
            // Its lines are those of the text that all write, which is what readers see.
            Ok(_) => Ok(Self::of(tidy(program), (n, m))),
            Err(mistake) => Err(refusal(mistake)),
        };
        match program(text).and_then(laid_out) {
            Ok(given) => given,
            Err(fault) => {
                faults.push(Key::Prog, fault);
                Self::frame((n, m))
            }
        }
    }

    /// Where no program is given.
    pub(crate) fn frame(size: (usize, usize)) -> Self {
        Self::of(frame(), size)
    }

    /// Of a program that can be laid out.
    fn of(program: Program, (n, m): (usize, usize)) -> Self {
        let layout = Layout::of(&program, n, m);
        Self {
            layout: layout.unwrap_or_else(|_| Layout::empty(n, m)),
            program,
        }
    }

    /// The same program among others, if it can be laid out for them.
    pub(crate) fn among(&self, (n, m): (usize, usize)) -> Option<Self> {
        Some(Self {
            layout: Layout::of(&self.program, n, m).ok()?,
            program: self.program.clone(),
        })
    }

    /// The program.
    pub(crate) const fn program(&self) -> &Program {
        &self.program
    }

    /// Its rounds and slots.
    pub(crate) const fn layout(&self) -> &Layout {
        &self.layout
    }

    /// What its protocol says of itself.
    pub(crate) const fn spec(&self) -> &'static Spec {
        spec::spec_of(&self.program)
    }

    /// As a link writes it; `None` where it is the one that a link without a program means.
    pub(crate) fn text(&self) -> Option<String> {
        let text = self.program.print();
        (text != FRAME).then(|| encoded(&text))
    }
}

/// What the protocol of the program in a link says of itself.
pub(crate) fn spec_given(text: Option<&str>) -> &'static Spec {
    program(text).map_or(&spec::SPEC, |program| spec::spec_of(&program))
}

/// The text of a program as a link writes it.
///
/// ```
/// use generals::{Changes, Key, link::{LinkSize, parse}, program};
///
/// let run = parse("v=1&p=own", LinkSize::Any).unwrap().scenario;
/// let mut changes = Changes::default();
/// changes.own.set(Key::Prog, program::encoded("task consensus\nsend input to all\ndecide A\n"));
/// assert!(run.fork(&changes).unwrap().link().starts_with("v=1&p=own&n=4&prog=1.dGFzayBj"));
/// ```
#[must_use]
pub fn encoded(text: &str) -> String {
    format!(
        "{VERSION}{}",
        Base64UrlUnpadded::encode_string(text.as_bytes())
    )
}

/// The same as all write it.
fn tidy(program: Program) -> Program {
    Program::read(&program.print()).unwrap_or(program)
}

fn frame() -> Program {
    Program::read(FRAME).unwrap_or_default()
}

fn program(text: Option<&str>) -> Result<Program, LinkError> {
    let Some(text) = text else {
        return Ok(frame());
    };
    let source = decoded(text).ok_or_else(|| {
        let allowed = Some(Allowed::Form(Form::Program));
        LinkError::at(Key::Prog, Code::BadValue, text, allowed)
    })?;
    Program::read(&source).map_err(|mistakes| {
        // A text that cannot be read has a mistake.
        let first = mistakes.into_iter().next();
        first.map_or_else(
            || LinkError::at(Key::Prog, Code::BadProgram, "", None),
            refusal,
        )
    })
}

fn refusal(mistake: Mistake) -> LinkError {
    let found = mistake.found.clone();
    let allowed = Some(Allowed::Program(Box::new(mistake)));
    LinkError::at(Key::Prog, Code::BadProgram, &found, allowed)
}

fn decoded(text: &str) -> Option<String> {
    let bytes = Base64UrlUnpadded::decode_vec(text.strip_prefix(VERSION)?).ok()?;
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_of_a_link_without_one_reads_and_is_written_as_all_are() {
        assert_eq!(Program::read(FRAME).unwrap().print(), FRAME);
        assert_eq!(Given::frame((64, 62)).layout().rounds(), 1);
        assert_eq!(Given::frame((4, 1)).text(), None);
    }
}
