//! What the benchmarks ran on.

use std::fs;
use std::process::Command;

use crate::setup::Tools;

/// A line for the processor, and one for each program that the numbers depend on.
pub(crate) fn described(tools: &Tools) -> Vec<String> {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let mut lines = vec![
        format!("processor  {}, {cores} cores", processor()),
        format!(
            "rust       {}",
            said(Command::new("rustc").arg("--version"))
        ),
        format!("node       {}", said(tools.node().arg("--version"))),
    ];
    if let Some(chromium) = &tools.chromium {
        lines.push(format!(
            "browser    {}",
            said(Command::new(chromium).arg("--version"))
        ));
    }
    lines
}

fn processor() -> String {
    let linux = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let named = linux
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split(": ").nth(1));
    match named {
        Some(name) => name.to_owned(),
        None if cfg!(target_os = "macos") => {
            said(Command::new("sysctl").args(["-n", "machdep.cpu.brand_string"]))
        }
        None => std::env::consts::ARCH.to_owned(),
    }
}

fn said(command: &mut Command) -> String {
    let output = command
        .output()
        .map(|output| output.stdout)
        .unwrap_or_default();
    String::from_utf8_lossy(&output).trim().to_owned()
}
