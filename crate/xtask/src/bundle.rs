//! Turning sources into what is shipped: Rollup and swc for the page's modules, esbuild for short scripts and styles,
//! wasm-opt for wasm.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use crate::html;
use crate::process;
use crate::profile::Profile;
use crate::project::Project;
use crate::setup::Tools;

/// What Rust's compiler takes for granted in wasm and wasm-opt does not.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Browsers of the last three years read this.
const SCRIPT_LANGUAGE: &str = "--target=es2022";

/// Whether parts of the page may come later.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Pieces {
    One,
    Many,
}

/// A file of the page's script.
pub(crate) struct Piece {
    /// What it is called by people.
    pub(crate) name: String,
    /// Where it is, from the page; its name has a hash of its content.
    pub(crate) address: String,
    pub(crate) content: String,
    /// How many other files it needs at once.
    pub(crate) imports: usize,
}

impl Piece {
    fn listed_in(folder: &Path) -> Result<Vec<Self>> {
        let list: Vec<Value> =
            serde_json::from_str(&fs::read_to_string(folder.join("list.json"))?)?;
        let piece = |listed: &Value| {
            let word = |key: &str| {
                let word = listed[key].as_str().map(str::to_owned);
                word.with_context(|| format!("a piece of the script has no {key}"))
            };
            let address = word("address")?;
            Ok(Self {
                name: word("name")?,
                content: fs::read_to_string(folder.join(&address))?,
                imports: listed["imports"].as_u64().unwrap_or(0) as usize,
                address,
            })
        };
        list.iter().map(piece).collect()
    }
}

pub(crate) struct Bundler<'a> {
    project: &'a Project,
    tools: &'a Tools,
    profile: Profile,
    work: PathBuf,
}

impl<'a> Bundler<'a> {
    pub(crate) fn new(project: &'a Project, tools: &'a Tools, profile: Profile) -> Result<Self> {
        let work = project.path(profile.bundle());
        fs::create_dir_all(&work)?;
        Ok(Self {
            project,
            tools,
            profile,
            work,
        })
    }

    /// A module of www/ with everything it imports, as `crate/xtask/bundle.js` joins it; the piece `main` is the
    /// first screen's. Modules find the given addresses by their names.
    pub(crate) fn scripts(
        &self,
        entry: &str,
        pieces: Pieces,
        addresses: &BTreeMap<&str, &str>,
    ) -> Result<Vec<Piece>> {
        let name = match pieces {
            Pieces::One => "one",
            Pieces::Many => "many",
        };
        let folder = self.work.join(name);
        let bindings = self.project.path(self.profile.bindings());
        let plan = json!({
            "entry": self.project.path("www").join(entry),
            "pieces": name,
            "folder": folder,
            "full": bindings.join("generals.js"),
            // In one piece there is one engine.
            "engine": (pieces == Pieces::Many).then(|| bindings.join("engine.js")),
            "addresses": addresses,
            "release": self.profile == Profile::Release,
        });
        let file = self.work.join(format!("{name}.json"));
        fs::write(&file, plan.to_string())?;
        let mut command = self.tools.node();
        command.arg(self.project.path("crate/xtask/bundle.js"));
        process::run(command.arg(&file))?;
        Piece::listed_in(&folder)
    }

    /// The element for other pages: as a classic script, and as a module.
    pub(crate) fn element(&self, languages: &[&str]) -> Result<[Vec<u8>; 2]> {
        let www = self.project.path("www");
        let kinds = [
            ("classic", "iife", "embed.js"),
            ("module", "es", "embed.mjs"),
        ];
        let files = kinds.map(|(entry, format, name)| {
            json!({
                "entry": www.join(format!("js/embed/{entry}.js")),
                "format": format,
                "file": self.work.join(name),
            })
        });
        let catalogues: BTreeMap<&str, PathBuf> = languages
            .iter()
            .map(|lang| (*lang, www.join(format!("lang/{lang}.json"))))
            .collect();
        let plan = json!({
            "files": files,
            "catalogues": catalogues,
            "release": self.profile == Profile::Release,
        });
        let file = self.work.join("element.json");
        fs::write(&file, plan.to_string())?;
        let mut command = self.tools.node();
        command.arg(self.project.path("crate/xtask/element.js"));
        process::run(command.arg(&file))?;
        let read = |name| fs::read(self.work.join(name)).context("reading the element's script");
        Ok([read("embed.js")?, read("embed.mjs")?])
    }

    /// A module of www/ as a short script inside the page; given constants stand in it as what they are.
    pub(crate) fn inline(&self, entry: &str, given: &BTreeMap<&str, Value>) -> Result<String> {
        let mut command = self.esbuild("iife");
        command.arg(SCRIPT_LANGUAGE);
        for (name, value) in given {
            command.arg(format!("--define:{name}={value}"));
        }
        let script = text(self.bundle(command, entry, "inline.js")?)?;
        Ok(html::safe_inside_script(&script))
    }

    /// A style sheet of www/ with everything it imports.
    pub(crate) fn style(&self, entry: &str) -> Result<String> {
        text(self.bundle(self.esbuild("esm"), entry, "style.css")?)
    }

    /// One module by itself, its imports and exports as they are.
    pub(crate) fn module(&self, source: &Path) -> Result<Vec<u8>> {
        if self.profile == Profile::Dev {
            return Ok(fs::read(source)?);
        }
        let target = self.work.join("module.js");
        let mut command = self.tools.package("esbuild");
        command
            .arg(source)
            .args(["--minify", "--format=esm", SCRIPT_LANGUAGE]);
        self.finish(command, &target)
    }

    /// The wasm, made smaller and faster for release.
    pub(crate) fn wasm(&self, source: &Path) -> Result<Vec<u8>> {
        if self.profile == Profile::Dev {
            return Ok(fs::read(source)?);
        }
        let name = source.file_name().context("wasm without a name")?;
        let target = self.work.join(name);
        let mut command = self.tools.package("wasm-opt");
        command.args(["-O3", "--converge"]).args(WASM_FEATURES);
        command.arg(source).arg("-o").arg(&target);
        process::run(&mut command)?;
        fs::read(&target).context("reading what wasm-opt wrote")
    }

    fn esbuild(&self, format: &str) -> Command {
        let mut command = self.tools.package("esbuild");
        command
            .args(["--bundle", "--charset=utf8"])
            .arg(format!("--format={format}"));
        match self.profile {
            Profile::Dev => {
                command.arg("--sourcemap=inline");
            }
            Profile::Release => {
                command.args(["--minify", "--legal-comments=none"]);
            }
        }
        command
    }

    fn bundle(&self, mut command: Command, entry: &str, name: &str) -> Result<Vec<u8>> {
        command.arg(self.project.path("www").join(entry));
        self.finish(command, &self.work.join(name))
    }

    fn finish(&self, mut command: Command, target: &Path) -> Result<Vec<u8>> {
        command
            .arg(format!("--outfile={}", target.display()))
            .arg("--log-level=warning")
            .current_dir(self.project.root());
        process::run(&mut command)?;
        fs::read(target).context("reading what esbuild wrote")
    }
}

fn text(bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).context("what esbuild wrote is no text")
}

/// The size in bytes after gzip, as a careful host sends it.
pub(crate) fn gzipped(content: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?.len())
}
