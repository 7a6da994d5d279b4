//! The vote tree of a lieutenant of a session, a few paths at a time; and what everyone holds at a path.

use std::sync::Arc;

use generals::{
    General, Path, Trace,
    figure::tree::{TreeFigure, TreeWanted},
    limits::GENERALS_MAX,
};
use generals_wire::{self as wire, Branch, Held, arguments::TREE_WANTED};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    arguments::{count, entries, length, short_list, sizes, within},
    plain::to_js,
    session::{Session, general_of},
};

/// The vote tree of a loyal lieutenant of OM(m), folded. Free it when it is not needed any more.
#[wasm_bindgen]
pub struct VoteTree {
    trace: Arc<Trace>,
    general: General,
    tree: generals::VoteTree,
}

#[wasm_bindgen]
impl Session {
    /// The vote tree of general g for what a source said, the commander if none is named; null for all but loyal deciders
    /// of protocols whose votes are trees, and for one's own opinion. Throws a `RangeError` for generals who are not in the run, a
    /// `TypeError` for what is no integer.
    #[wasm_bindgen(js_name = voteTree)]
    pub fn vote_tree(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] g: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "number")] source: &JsValue,
    ) -> Result<Option<VoteTree>, JsValue> {
        let (general, trace) = (self.general(g)?, self.trace());
        let source = if source.is_undefined() {
            General::COMMANDER
        } else {
            self.general(source)?
        };
        Ok(trace.vote_tree_of(general, source).map(|tree| VoteTree {
            trace,
            general,
            tree,
        }))
    }

    /// What everyone who is not on a path holds there, where votes are trees, of the whole run; a traitor's result is null. An empty
    /// list where there is no such path. Throws a `RangeError` for generals whom no army has, a `TypeError` for what is no list of
    /// integers.
    #[wasm_bindgen(unchecked_return_type = "Held[]")]
    pub fn held(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number[]")] path: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let held = path_of(path)?.map(|path| self.trace().held(&path));
        let held: Vec<Held> = held.unwrap_or_default().iter().map(Held::of).collect();
        to_js(&held)
    }

    /// The step that brings the word of a path, or of whatever else a message is named by, to a general; null where none does. Throws
    /// a `RangeError` for a number that names neither a general nor a round, or a recipient who is not in the run, a `TypeError` for
    /// what is no list of numbers.
    #[wasm_bindgen(js_name = stepOf, unchecked_return_type = "number | null")]
    pub fn step_of(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number[]")] path: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] to: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let to = self.general(to)?;
        // Where a position begins with a round, its number may be that of its sender too.
        let most = self.trace().rounds().max(GENERALS_MAX as usize);
        let label: Result<Vec<u64>, JsValue> = short_list(path)?
            .iter()
            .map(|number| Ok(within(number, 1..=most)? as u64))
            .collect();
        let step = self.trace().step_labelled(&label?, to);
        Ok(step.map_or(JsValue::NULL, |step| JsValue::from(step as f64)))
    }
}

#[wasm_bindgen]
impl VoteTree {
    /// Where everything stands in a figure of a vote tree of this form, laid out for labels of these sizes. Throws a
    /// `TypeError` for what is no such list of sizes, a `RangeError` for counts that no army gives and lengths of more than 2^24.
    #[wasm_bindgen(unchecked_return_type = "TreeFigure")]
    pub fn figure(
        #[wasm_bindgen(unchecked_param_type = "TreeWanted")] boxes: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let figure = TreeFigure::of(&wanted(boxes)?);
        to_js(&wire::TreeFigure::of(figure))
    }

    /// How many words the lieutenant was told.
    #[wasm_bindgen(getter)]
    pub fn reports(&self) -> usize {
        self.tree.reports()
    }

    /// How many of them came by a traitor's mouth.
    #[wasm_bindgen(getter)]
    pub fn touched(&self) -> usize {
        self.tree.touched(self.trace.scenario().traitors())
    }

    /// One path of the tree; null for a path that he is on or that is none. Throws a `RangeError` for generals whom no army
    /// has, a `TypeError` for what is no list of integers.
    #[wasm_bindgen(unchecked_return_type = "Branch | null")]
    pub fn branch(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number[]")] path: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let branch = path_of(path)?.and_then(|path| self.tree.branch(&path));
        to_js(&branch.map(|branch| self.view(branch)))
    }

    /// The paths that continue a path: at most `count`, from the `from`th, counted from 0. Throws besides what `branch` does a
    /// `RangeError` for numbers below 0.
    #[wasm_bindgen(unchecked_return_type = "Branch[]")]
    pub fn children(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number[]")] path: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] from: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] count: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (from, count) = (self::count(from)?, self::count(count)?);
        let branches = path_of(path)?.map(|path| self.tree.children(&path, from, count));
        let views: Vec<Branch> = branches
            .unwrap_or_default()
            .into_iter()
            .map(|branch| self.view(branch))
            .collect();
        to_js(&views)
    }
}

impl VoteTree {
    fn view(&self, branch: generals::Branch) -> Branch {
        Branch::of(branch, &self.trace, self.general)
    }
}

/// A path; `None` where a general comes twice, or nobody.
fn path_of(path: &JsValue) -> Result<Option<Path>, JsValue> {
    let generals: Result<Vec<General>, JsValue> = short_list(path)?
        .iter()
        .map(|id| general_of(id, GENERALS_MAX as usize))
        .collect();
    Ok(Path::from_any(generals?))
}

fn wanted(value: &JsValue) -> Result<TreeWanted, JsValue> {
    let mut wanted = TreeWanted::default();
    for (name, value) in entries(value, &TREE_WANTED)? {
        match name.as_str() {
            "groups" => wanted.groups = within(&value, 0..=GENERALS_MAX as usize)?,
            "leaves" => wanted.leaves = within(&value, 0..=GENERALS_MAX as usize)?,
            "from" if value.is_null() => {}
            "from" => wanted.from = Some(length(&value)?),
            "leaf" => [wanted.leaf.0, wanted.leaf.1] = sizes(&value)?,
            "drops" => [wanted.drops.0, wanted.drops.1, wanted.drops.2] = sizes(&value)?,
            "pill" => [wanted.pill.0, wanted.pill.1] = sizes(&value)?,
            "width" => wanted.width = length(&value)?,
            "own" => wanted.own = length(&value)?,
            "group" => wanted.group = length(&value)?,
            "gap" => wanted.gap = length(&value)?,
            "head" => wanted.head = length(&value)?,
            "label" => wanted.label = length(&value)?,
            "token" => wanted.token = length(&value)?,
            "mark" => wanted.mark = length(&value)?,
            "fold" => wanted.fold = length(&value)?,
            "result" => wanted.result = length(&value)?,
            _ => wanted.word = length(&value)?,
        }
    }
    Ok(wanted)
}
