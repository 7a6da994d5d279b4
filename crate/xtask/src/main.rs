//! The project's own commands. `cargo xtask help` lists them.

mod bench;
mod bindings;
mod border;
mod budgets;
mod bundle;
mod calibration;
#[cfg(test)]
mod circles;
mod digest;
#[cfg(test)]
mod documented;
mod hook;
mod html;
mod machine;
mod machine_paths;
mod measurement;
mod names;
mod options;
mod process;
mod profile;
mod project;
mod recipes;
mod release;
mod setup;
mod shots;
mod single_file;
mod sizes;
mod tally;
mod targets;
mod test;
mod trunk;
mod wasm;

use std::process::ExitCode;

use options::Options;
use profile::Profile;
use project::Project;
use setup::Need;

const HELP: &str = "\
The Byzantine Generals: the project's commands

  cargo xtask serve     build the page and serve it on 127.0.0.1:8080, rebuilding on change
                        [--open] opens a browser  [--port N]  [--release] as people get it
  cargo xtask test      run every test  [--keep-going] past a part that fails  [PART …] only these
  cargo xtask build     release build: dist/ and dist/byzantine-generals.html
  cargo xtask bench     run the benchmarks; writes target/bench.json  [native] [wasm] [browser] only these
                        [--against FOLDER] beside an older build's page, on a slow phone
  cargo xtask setup     only install what the other commands need
  cargo xtask bindings  only the wasm bindings, in target/bindings/
  cargo xtask recipes   follow the recipes for course notes with reveal.js, MkDocs, Sphinx, JupyterLab and others, which
                        are installed for it  [RECIPE …] only these
  cargo xtask release   what is published, in release/, checked as those who install it would  [--twice] built once more in
                        another folder, and compared byte by byte  [--unchecked] only written
  cargo xtask shots     pictures of the page's main states, in target/shots/
  cargo xtask help      this text

Every command first installs what it needs and is missing, saying so.";

fn main() -> ExitCode {
    match Options::from_command_line().and_then(perform) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(options: Options) -> anyhow::Result<()> {
    let project = Project::here();
    match options {
        Options::Help => println!("{HELP}"),
        Options::Setup => {
            setup::run(&project, Need::Everything)?;
            println!("Everything that the commands need is here.");
        }
        Options::Bindings => {
            let tools = setup::run(&project, Need::Page)?;
            let folder = bindings::build(&project, &tools, Profile::Release)?;
            println!("The bindings are in {}.", project.show(&folder));
        }
        Options::Build => {
            let tools = setup::run(&project, Need::Page)?;
            trunk::build(&project, &tools)?;
            println!("The site is in dist/, the single file is dist/byzantine-generals.html.");
        }
        Options::Serve(serve) => {
            let tools = setup::run(&project, Need::Page)?;
            trunk::serve(&project, &tools, &serve)?;
        }
        Options::Test(choice) => test::run(&project, &choice)?,
        Options::Bench(bench) => bench::run(&project, &bench)?,
        Options::Recipes(names) => recipes::run(&project, &names)?,
        Options::Release(extent) => release::run(&project, extent)?,
        Options::Shots => shots::run(&project)?,
        Options::Hook => hook::run(&project)?,
    }
    Ok(())
}
