//! What Trunk calls after it has copied the page: makes the whole site in its staging folder.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::bindings;
use crate::bundle::{self, Bundler, Piece, Pieces};
use crate::digest;
use crate::html::{self, Inline};
use crate::profile::Profile;
use crate::project::Project;
use crate::setup::{self, Need, Tools};
use crate::single_file;
use crate::sizes::Sizes;
use crate::trunk;

/// For hosts that read it: who may frame the page cannot be said in the page itself, names with a hash in them never
/// change their content, and a module may be loaded by other pages only where its host says so.
const HEADERS: &str = "\
/*
  Content-Security-Policy: frame-ancestors *
  X-Content-Type-Options: nosniff
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/embed.mjs
  Access-Control-Allow-Origin: *
";

/// The picture that is shown where a link to the page is previewed, beside the page; and the variable that tells the address at
/// which the page will be.
const PICTURE: &str = "og.png";
const SITE: &str = "SITE";

const HOSTED_ENTRY: &str = "js/shell/entry-hosted.js";

const ELEMENT_TYPES: &str = "www/js/embed/embed.d.ts";

/// The pages for authors of course notes, below www/ as in the site.
const NOTES: &str = "embed";

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

/// The languages that have a catalogue of their own.
const LANGUAGES: [&str; 2] = ["en", "zh"];

/// The hosted page as it was written.
struct Built {
    html: String,
    pieces: Vec<Piece>,
    engine: Vec<u8>,
    full_engine: Vec<u8>,
    element: [Vec<u8>; 2],
}

struct Site<'a> {
    project: &'a Project,
    tools: &'a Tools,
    profile: Profile,
    staging: PathBuf,
}

impl Site<'_> {
    /// For `serve`: the hosted page, and the single file only as people get it, since
    /// packing it takes longer than all the rest. What reloads it is let in by no policy.
    fn preview(&self) -> Result<()> {
        let built = self.hosted(|page, _| Ok(page))?;
        if self.profile == Profile::Release {
            self.single(&built.full_engine)?;
        }
        Ok(())
    }

    /// For `build`: everything, within its budgets.
    fn publish(&self) -> Result<()> {
        let built = self.hosted(|page, inline| html::with_hosted_policy(&page, inline))?;
        let single = self.single(&built.full_engine)?;
        let sizes = sizes(&built, single)?;
        println!("{sizes}");
        write(
            &self.project.path(Sizes::FILE),
            sizes.as_measurements().as_bytes(),
        )?;
        sizes.check()
    }

    fn bundler(&self) -> Result<Bundler<'_>> {
        Bundler::new(self.project, self.tools, self.profile)
    }

    /// index.html with its parts, and the step API for other pages.
    fn hosted(&self, ruled: impl Fn(String, &Inline) -> Result<String>) -> Result<Built> {
        let bundler = self.bundler()?;
        let bindings = self.project.path(self.profile.bindings());
        let engine = bundler.wasm(&bindings.join("engine_bg.wasm"))?;
        let full_engine = bundler.wasm(&bindings.join("generals_bg.wasm"))?;
        let addresses = [
            self.asset("engine_bg", "wasm", &engine)?,
            self.asset("generals_bg", "wasm", &full_engine)?,
        ];
        let addresses = ["ENGINE", "FULL"]
            .into_iter()
            .zip(addresses.iter().map(String::as_str));
        let addresses: BTreeMap<&str, &str> = addresses.collect();
        let pieces = bundler.scripts(HOSTED_ENTRY, Pieces::Many, &addresses)?;
        for piece in &pieces {
            self.write(&piece.address, piece.content.as_bytes())?;
        }
        let html = self.page(&bundler, &addresses, &pieces, ruled)?;
        let html = match env::var(SITE) {
            Ok(site) if !site.is_empty() => html::with_site(&html, &site)?,
            _ => html,
        };
        let picture = self.project.path(&format!("www/{PICTURE}"));
        self.write(
            PICTURE,
            &fs::read(&picture).context("reading the picture of previews")?,
        )?;
        self.write("index.html", html.as_bytes())?;
        self.write("_headers", HEADERS.as_bytes())?;
        self.write("LICENSES.txt", self.licences()?.as_bytes())?;
        self.write("generals_bg.wasm", &full_engine)?;
        self.notes(&bundler)?;
        let script = bundler.module(&bindings.join("generals.js"))?;
        self.write("generals.js", &script)?;
        self.write("generals.d.ts", &fs::read(bindings.join("generals.d.ts"))?)?;
        let element = bundler.element(&LANGUAGES)?;
        self.write("embed.js", &element[0])?;
        self.write("embed.mjs", &element[1])?;
        self.write("embed.d.ts", self.project.read(ELEMENT_TYPES)?.as_bytes())?;
        Ok(Built {
            html,
            pieces,
            engine,
            full_engine,
            element,
        })
    }

    /// The pages for authors, with their style and script each in one file.
    fn notes(&self, bundler: &Bundler<'_>) -> Result<()> {
        let address = |name: &str| format!("{NOTES}/{name}");
        for page in self.project.files(&format!("www/{NOTES}"), ".html")? {
            let name = page.file_name().context("a page without a name")?;
            self.write(&address(&name.to_string_lossy()), &fs::read(&page)?)?;
        }
        let (style, script) = (address("recipes.css"), address("recipes.js"));
        self.write(&style, bundler.style(&style)?.as_bytes())?;
        let content = bundler.inline(&script, &BTreeMap::new())?;
        self.write(&script, content.as_bytes())
    }

    /// The page as Trunk copied it, for `serve` with its reloading script, and all that stands in it.
    fn page(
        &self,
        bundler: &Bundler<'_>,
        addresses: &BTreeMap<&str, &str>,
        pieces: &[Piece],
        ruled: impl Fn(String, &Inline) -> Result<String>,
    ) -> Result<String> {
        let staged = fs::read_to_string(self.staging.join("index.html"))
            .context("reading the staged page")?;
        let main = pieces.iter().find(|piece| piece.name == "main");
        let main = main.context("the first screen has no script")?;
        let inline = Inline {
            early: early(bundler, addresses, pieces)?,
            first_picture: bundler.inline("js/shell/first-picture.js", &BTreeMap::new())?,
            style: bundler.style(html::STYLE_SOURCE)?,
        };
        ruled(html::hosted(&staged, &inline, &main.address)?, &inline)
    }

    /// The notices that every copy must carry.
    fn licences(&self) -> Result<String> {
        self.project.read("crate/web/LICENSES.txt")
    }

    /// The page as one file; returns its length in bytes.
    fn single(&self, wasm: &[u8]) -> Result<usize> {
        let bundler = self.bundler()?;
        // What lies inside has no address.
        let nowhere = BTreeMap::new();
        let pieces = bundler.scripts("js/shell/entry-single.js", Pieces::One, &nowhere)?;
        let [script] = pieces.as_slice() else {
            bail!("the single file's script has {} pieces", pieces.len());
        };
        let parts = single_file::Parts {
            early: &early(&bundler, &nowhere, &[])?,
            unpack: &bundler.inline("js/shell/unpack.js", &BTreeMap::new())?,
            script: &script.content,
            style: &bundler.style(html::STYLE_SOURCE)?,
            wasm,
            licences: &self.licences()?,
        };
        let file = single_file::assemble(&self.project.read("www/index.html")?, &parts)?;
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

/// The script that begins to load what the page needs; it is told where everything is.
fn early(
    bundler: &Bundler<'_>,
    addresses: &BTreeMap<&str, &str>,
    pieces: &[Piece],
) -> Result<String> {
    let catalogues: BTreeMap<&str, &str> = pieces
        .iter()
        .filter(|piece| LANGUAGES.contains(&piece.name.as_str()))
        .map(|piece| (piece.name.as_str(), piece.address.as_str()))
        .collect();
    let address = |name| json!(addresses.get(name).copied().unwrap_or_default());
    let given = BTreeMap::from([
        ("CATALOGUES", json!(catalogues)),
        ("ENGINE", address("ENGINE")),
        ("FULL", address("FULL")),
    ]);
    bundler.inline("js/shell/early.js", &given)
}

fn sizes(built: &Built, single: usize) -> Result<Sizes> {
    let (mut main, mut first_requests) = (0, 0);
    let (mut catalogues, mut parts) = (Vec::new(), Vec::new());
    for Piece {
        name,
        content,
        imports,
        ..
    } in &built.pieces
    {
        let size = bundle::gzipped(content.as_bytes())?;
        match name.as_str() {
            // Its script with what that needs at once, one catalogue, one engine.
            "main" => (main, first_requests) = (size, 1 + imports + 2),
            lang if LANGUAGES.contains(&lang) => catalogues.push((name.clone(), size)),
            _ => parts.push((name.clone(), size)),
        }
    }
    Ok(Sizes {
        html: bundle::gzipped(built.html.as_bytes())?,
        main,
        first_requests,
        engine: bundle::gzipped(&built.engine)?,
        full_engine: bundle::gzipped(&built.full_engine)?,
        catalogues,
        parts,
        element: bundle::gzipped(&built.element[0])?,
        element_module: bundle::gzipped(&built.element[1])?,
        single,
    })
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
