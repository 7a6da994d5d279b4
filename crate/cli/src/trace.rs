//! A run as a file: the same bytes as the page's.

use generals::{
    Trace as Run,
    file::{Options, Refused, mermaid, svg, tikz, tsv},
    link::{LinkSize, parse},
};
use generals_wire::file::{FileFault, RunFile, TraceFile};

use crate::{
    arguments::{Format, Trace},
    output::{Ending, Output, json},
    refusal::Refusal,
    source::army,
};

pub(crate) fn trace(asked: &Trace, output: &mut Output) -> Result<Ending, Refusal> {
    let link = army(&asked.link)?.link();
    let run = Run::new(parse(&link, LinkSize::Stepped)?.scenario)?;
    let options = Options {
        link,
        ..Options::default()
    };
    let text = match asked.format {
        Format::Tsv => made(tsv(&run, &options))?,
        Format::Mermaid => made(mermaid(&run, &options))?,
        Format::Tikz => made(tikz(&run, &options))?,
        Format::Svg => made(svg(&run, &options))?,
        Format::Json => json(&made(RunFile::of(&run))?)?,
        Format::Itf => json(&made(TraceFile::of(&run))?)?,
    };
    output.bytes(text.as_bytes())?;
    Ok(Ending::Holds)
}

fn made<T>(file: Result<T, Refused>) -> Result<T, Refusal> {
    file.map_err(|refused| Refusal::File(FileFault::of(&refused)))
}
