//! What Trunk calls after it has copied the page: makes the whole site in its staging folder.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::bindings;
use crate::bundle::{self, Bundler};
use crate::digest;
use crate::html;
use crate::profile::Profile;
use crate::project::Project;
use crate::setup::{self, Need, Tools};
use crate::single_file;
use crate::sizes::Sizes;
use crate::trunk;

/// For hosts that read it: who may frame the page cannot be said in the page itself, and
/// names with a hash in them never change their content.
const HEADERS: &str = "\
/*
  Content-Security-Policy: frame-ancestors *
  X-Content-Type-Options: nosniff
/assets/*
  Cache-Control: public, max-age=31536000, immutable
";

const HOSTED_ENTRY: &str = "js/entry-hosted.js";

pub(crate) fn run(project: &Project) -> Result<()> {
    let staging = variable("TRUNK_STAGING_DIR")?;
    let profile = match variable("TRUNK_PROFILE")?.as_str() {
        "release" => Profile::Release,
        _ => Profile::Dev,
    };
    let purpose = variable(trunk::PURPOSE)?;
    let tools = setup::run(project, Need::Page)?;
    bindings::build(project, &tools, profile)?;
    let site = Site {
        project,
        tools: &tools,
        profile,
        staging: PathBuf::from(staging),
    };
    if purpose == trunk::PUBLISH {
        site.publish()
    } else {
        site.preview()?;
        println!("The page is at {purpose}");
        Ok(())
    }
}

/// The parts of the hosted page.
struct Built {
    script: Vec<u8>,
    style: Vec<u8>,
    wasm: Vec<u8>,
    /// The part of it that the first screen needs.
    engine: Vec<u8>,
}

struct Site<'a> {
    project: &'a Project,
    tools: &'a Tools,
    profile: Profile,
    staging: PathBuf,
}

impl Site<'_> {
    /// For `serve`: the hosted page, and the single file only as people get it, since
    /// packing it takes longer than all the rest.
    fn preview(&self) -> Result<()> {
        let hosted = self.hosted(&self.staged()?)?;
        if self.profile == Profile::Release {
            self.single(&hosted)?;
        }
        Ok(())
    }

    /// For `build`: everything, with its sizes.
    fn publish(&self) -> Result<()> {
        let hosted = self.hosted(&html::with_hosted_policy(&self.staged()?)?)?;
        let single = self.single(&hosted)?;
        let bundler = self.bundler()?;
        let lean = bundler.script_without_texts(HOSTED_ENTRY)?;
        let lean = bundle::gzipped(&lean)?;
        let sizes = Sizes {
            wasm: bundle::gzipped(&hosted.wasm)?,
            engine: bundle::gzipped(&hosted.engine)?,
            code: lean + bundle::gzipped(&hosted.style)?,
            catalogues: bundle::gzipped(&hosted.script)?.saturating_sub(lean),
            single,
        };
        println!("{sizes}");
        write(
            &self.project.path(Sizes::FILE),
            sizes.as_measurements().as_bytes(),
        )
    }

    /// The page as Trunk copied it; for `serve` with its reloading script.
    fn staged(&self) -> Result<String> {
        fs::read_to_string(self.staging.join("index.html")).context("reading the staged page")
    }

    fn bundler(&self) -> Result<Bundler<'_>> {
        Bundler::new(self.project, self.tools, self.profile)
    }

    /// index.html with its parts, and the step API for other pages.
    fn hosted(&self, index: &str) -> Result<Built> {
        let bundler = self.bundler()?;
        let bindings = self.project.path(self.profile.bindings());
        let built = Built {
            script: bundler.script(HOSTED_ENTRY)?,
            style: bundler.style("css/main.css")?,
            wasm: bundler.wasm(&bindings.join("generals_bg.wasm"))?,
            engine: bundler.wasm(&bindings.join("engine_bg.wasm"))?,
        };
        self.asset("engine_bg", "wasm", &built.engine)?;
        let parts = html::Parts {
            script: self.asset("main", "js", &built.script)?,
            style: self.asset("main", "css", &built.style)?,
            wasm: self.asset("generals_bg", "wasm", &built.wasm)?,
        };
        self.write("index.html", html::hosted(index, &parts)?.as_bytes())?;
        self.write("_headers", HEADERS.as_bytes())?;
        self.write("LICENSES.txt", self.licences()?.as_bytes())?;
        self.write("generals_bg.wasm", &built.wasm)?;
        self.write(
            "generals.js",
            &bundler.module(&bindings.join("generals.js"))?,
        )?;
        self.write("generals.d.ts", &fs::read(bindings.join("generals.d.ts"))?)?;
        Ok(built)
    }

    /// The notices that every copy must carry.
    fn licences(&self) -> Result<String> {
        self.project.read("crate/web/LICENSES.txt")
    }

    /// The page as one file; returns its length in bytes.
    fn single(&self, built: &Built) -> Result<usize> {
        let page = html::without_early_script(&self.project.read("www/index.html")?)?;
        let script = self.bundler()?.script("js/entry-single.js")?;
        let parts = single_file::Parts {
            script: &script,
            style: &built.style,
            wasm: &built.wasm,
            licences: &self.licences()?,
        };
        let file = single_file::assemble(&page, &parts)?;
        self.write("byzantine-generals.html", file.as_bytes())?;
        Ok(file.len())
    }

    /// Writes a file whose name holds a hash of its content; returns its address in the page.
    fn asset(&self, name: &str, ending: &str, content: &[u8]) -> Result<String> {
        let address = format!("assets/{name}-{}.{ending}", digest::short(content));
        self.write(&address, content)?;
        Ok(address)
    }

    fn write(&self, relative: &str, content: &[u8]) -> Result<()> {
        write(&self.staging.join(relative), content)
    }
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, content).with_context(|| format!("writing {}", path.display()))
}

fn variable(name: &str) -> Result<String> {
    std::env::var(name).with_context(|| {
        format!("{name} is not set: Trunk calls this command during `cargo xtask build` or `serve`")
    })
}
