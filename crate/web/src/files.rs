//! A run as a text to take away, a file that is read back, and what is made of a pasted text.

use generals::{
    file::{Figure, Options, Refused, mermaid, svg, tikz, tsv},
    map_of,
};
use generals_wire::{
    arguments::{FILE_KINDS, FILE_OPTIONS},
    file::{Carrier, FileCode, FileFault, ReadError, RunFile, TraceFile, Tree, pasted, read},
};
use js_sys::{Array, JSON, Object};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use crate::{
    arguments::{entries, text, within},
    error::{link_error, type_error, with},
    plain::to_js,
    session::Session,
};

/// JSON as the place has it where this runs.
struct Native;

impl Carrier for Native {
    fn write<T: Serialize>(&self, data: &T) -> Option<String> {
        JSON::stringify(&to_js(data).ok()?).ok()?.as_string()
    }

    fn read(&self, text: &str) -> Option<Tree> {
        tree(&JSON::parse(text).ok()?, Tree::LEVELS_MAX)
    }

    fn tree<T: Serialize>(&self, data: &T) -> Option<Tree> {
        tree(&to_js(data).ok()?, Tree::LEVELS_MAX)
    }
}

/// What JSON has given, so many levels deep at most: no object of it runs anybody's code.
fn tree(value: &JsValue, levels: usize) -> Option<Tree> {
    if let Some(text) = value.as_string() {
        return Some(Tree::Text(text));
    }
    if let Some(number) = value.as_f64() {
        return Some(Tree::Number(number));
    }
    if let Some(truth) = value.as_bool() {
        return Some(Tree::Truth(truth));
    }
    if !value.is_object() {
        return Some(Tree::Null);
    }
    let below = levels.checked_sub(1)?;
    if let Some(list) = value.dyn_ref::<Array>() {
        let elements = list.iter().map(|element| tree(&element, below));
        return elements.collect::<Option<_>>().map(Tree::List);
    }
    let entries = Object::entries(value.unchecked_ref());
    let entry = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        Some((entry.get(0).as_string()?, tree(&entry.get(1), below)?))
    };
    let entries: Option<Vec<_>> = entries.iter().map(entry).collect();
    entries.map(|entries| Tree::Map(map_of(entries)))
}

#[wasm_bindgen]
impl Session {
    /// The run as a text of a kind. `tsv` counts generals from 1 whatever `number` says. Throws a `FileError` for a kind or figure that there is not, for what
    /// this run has no figure of, for what is too large or too long, and for what no single general knows; a `TypeError` for names and
    /// values that mean nothing, a `RangeError` for a general who is not in the run and a number that is neither 0 nor 1.
    pub fn file(
        &self,
        #[wasm_bindgen(unchecked_param_type = "FileKind")] kind: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "FileOptions")] options: &JsValue,
    ) -> Result<String, JsValue> {
        let kind = text(kind)?;
        if !FILE_KINDS.contains(&kind.as_str()) {
            return Err(file_error(&FileFault::reading(
                FileCode::UnknownKind,
                &kind,
            )));
        }
        let options = self.file_options(options)?;
        let trace = &self.trace;
        let made = match kind.as_str() {
            "svg" => svg(trace, &options),
            "tikz" => tikz(trace, &options),
            "mermaid" => mermaid(trace, &options),
            "tsv" => tsv(trace, &options),
            _ if options.eyes.is_some() => Err(Refused::NoEyes),
            "json" => RunFile::of(trace).and_then(|file| written(&file)),
            _ => TraceFile::of(trace).and_then(|file| written(&file)),
        };
        made.map_err(|refused| file_error(&FileFault::of(&refused)))
    }

    /// A run read back from its `json` or `itf`, at its beginning. Throws a `FileError` for what is no such file, and for one that does
    /// not hold the run of its link, with the first step that differs; a `LinkError` where that link is refused; a `TypeError` for what is no text.
    #[wasm_bindgen(js_name = fromFile)]
    pub fn from_file(
        #[wasm_bindgen(unchecked_param_type = "string")] file: &JsValue,
    ) -> Result<Session, JsValue> {
        let run = read(&text(file)?, &Native).map_err(read_error)?;
        Ok(Self::of(run.link, run.given, run.trace))
    }

    /// The link that a pasted text means: an address in whatever surrounds it, a list of who is loyal as exercises have it
    /// (`1 LTLL ATTACK`, `L,T,L,L;A`, `[true, false, true]`), a run's `json` or `itf`. Throws a `LinkError` for a link that is refused, and for
    /// what means nothing, with the word that was not understood; a `FileError` as `fromFile`; a `TypeError` for what is no text.
    #[wasm_bindgen(unchecked_return_type = "Pasted")]
    pub fn pasted(
        #[wasm_bindgen(unchecked_param_type = "string")] run: &JsValue,
    ) -> Result<JsValue, JsValue> {
        to_js(&pasted(&text(run)?, &Native).map_err(read_error)?)
    }

    fn file_options(&self, given: &JsValue) -> Result<Options, JsValue> {
        let mut options = Options {
            link: self.link(),
            ..Options::default()
        };
        if given.is_undefined() {
            return Ok(options);
        }
        for (name, value) in entries(given, &FILE_OPTIONS)? {
            if value.is_null() || value.is_undefined() {
                continue;
            }
            match name.as_str() {
                "figure" => options.figure = figure(&text(&value)?)?,
                "general" => options.general = Some(self.general(&value)?),
                "eyes" => options.eyes = Some(self.general(&value)?),
                "number" => options.number_from = within(&value, 0..=1)? as u8,
                _ => match value.as_bool() {
                    Some(true) => {}
                    Some(false) => options.link.clear(),
                    None => return Err(type_error("caption is true or false")),
                },
            }
        }
        Ok(options)
    }
}

fn figure(name: &str) -> Result<Figure, JsValue> {
    let found = Figure::of(name);
    found.ok_or_else(|| file_error(&FileFault::reading(FileCode::NoSuchFigure, name)))
}

/// A text of this size is always written.
fn written<T: Serialize>(file: &T) -> Result<String, Refused> {
    Native.write(file).ok_or(Refused::NotForThis)
}

fn file_error(fault: &FileFault) -> JsValue {
    with("FileError", &fault.to_string(), fault)
}

fn read_error(error: ReadError) -> JsValue {
    match error {
        ReadError::File(fault) => file_error(&fault),
        ReadError::Link(error) => link_error(&error),
    }
}
