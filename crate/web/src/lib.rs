//! The step API: the generals crate for JavaScript. Plain data out, typed errors, no prose.
//!
//! The only crate that knows the browser. What crosses the border is described in `types.d.ts`, which becomes
//! part of the generated TypeScript declarations.

mod address;
mod arguments;
mod changes;
mod crowd;
mod error;
mod flow;
mod lab;
mod lab_search;
mod letters;
mod plain;
mod rows;
mod session;
mod space_time;
mod vote_tree;
mod worlds;

use wasm_bindgen::prelude::wasm_bindgen;

pub use crowd::Crowd;
pub use lab::Lab;
pub use lab_search::LabSearch;
pub use rows::Rows;
pub use session::Session;
pub use vote_tree::VoteTree;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

#[wasm_bindgen(typescript_custom_section)]
const LAB_TYPES: &str = include_str!("lab.d.ts");
