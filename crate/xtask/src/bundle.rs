//! Turning sources into what is shipped: esbuild for scripts and styles, wasm-opt for wasm.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

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

    /// A module of www/ with everything it imports, as one module.
    pub(crate) fn script(&self, entry: &str) -> Result<Vec<u8>> {
        let mut command = self.page()?;
        command.arg(SCRIPT_LANGUAGE);
        self.bundle(command, entry, "script.js")?;
        self.small("script.js")
    }

    /// The page's modules. The step API is one function to them, which the page calls and whose text its worker is
    /// made of: written twice it would cost five kilobytes.
    fn page(&self) -> Result<Command> {
        let bindings = self
            .project
            .path(self.profile.bindings())
            .join("generals.js");
        let classes: Vec<String> = fs::read_to_string(&bindings)?
            .lines()
            .filter_map(|line| line.strip_prefix("export class "))
            .filter_map(|line| line.split_whitespace().next())
            .map(str::to_owned)
            .collect();
        // The page compiles the wasm itself: of the ways to start it only one is needed.
        let names = format!("initSync, {}", classes.join(", "));
        let named = self.work.join("engine-names.js");
        fs::write(
            &named,
            format!(
                "import {{ {names} }} from {:?};\nengine = {{ {names} }};\n",
                bindings.display().to_string()
            ),
        )?;
        let mut command = self.esbuild("iife");
        command
            .arg(SCRIPT_LANGUAGE)
            .arg("--log-override:empty-import-meta=silent")
            .arg(&named);
        let body = String::from_utf8(self.finish(command, &self.work.join("engine-body.js"))?)?;
        let engine = self.work.join("engine.js");
        fs::write(
            &engine,
            format!(
                "export const make = () => {{\nlet engine;\n{body}\nreturn engine;\n}};\n\
                 export const {{ {names} }} = make();\n"
            ),
        )?;
        let text = self.work.join("engine-text.js");
        fs::write(
            &text,
            "import { make } from './engine.js';\nexport default `(${make})()`;\n",
        )?;
        let mut command = self.esbuild("esm");
        command
            .arg(format!("--alias:#generals={}", engine.display()))
            .arg(format!("--alias:#engine-text={}", text.display()));
        Ok(command)
    }

    /// The same without the language catalogues, whose growth is no one's fault.
    pub(crate) fn script_without_texts(&self, entry: &str) -> Result<Vec<u8>> {
        let mut command = self.page()?;
        command.arg("--external:*.json");
        self.bundle(command, entry, "script-without-texts.js")?;
        self.small("script-without-texts.js")
    }

    /// For release swc goes over what esbuild has joined: its names alone save a fifteenth of what is sent.
    fn small(&self, name: &str) -> Result<Vec<u8>> {
        let source = self.work.join(name);
        if self.profile == Profile::Release {
            let mut command = self.tools.node();
            command.arg(self.project.path("crate/xtask/minify.js"));
            process::run(command.arg(&source))?;
        }
        fs::read(&source).context("reading the page's script")
    }

    /// A style sheet of www/ with everything it imports.
    pub(crate) fn style(&self, entry: &str) -> Result<Vec<u8>> {
        self.bundle(self.esbuild("esm"), entry, "style.css")
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

/// The size in bytes after gzip, as a careful host sends it.
pub(crate) fn gzipped(content: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?.len())
}
