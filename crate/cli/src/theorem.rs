//! What theorems say breaks, and the run that does: the ring of copies, and the chain of runs.

use generals::{
    Changes, Scenario, Tool,
    lab::{
        chain::{self, length_of},
        ring::{self, even_blocs},
        smaller_armies,
    },
    limits::{GENERALS_MAX, RING_MESSAGES_MAX},
    messages_at_most,
};
use generals_wire::{Chain, LabCode, Ring};

use crate::{
    arguments::Link,
    output::{Ending, Output},
    progress::waiting,
    refusal::Refusal,
    source::army,
    words::{condition, counted},
};

pub(crate) fn ring(asked: &Link, output: &mut Output) -> Result<Ending, Refusal> {
    let base = asked_of(&asked.link, Tool::Ring)?;
    let is_small = |army: &Scenario| messages_at_most(army).total <= RING_MESSAGES_MAX;
    if !is_small(&base) {
        let size = messages_at_most(&base).total as f64;
        let nearest = smaller_armies(&base).find(is_small);
        let nearest = nearest.map(|army| army.link());
        return Err(Refusal::lab(LabCode::TooManyMessages, Some(size), nearest));
    }
    let blocs = even_blocs(base.n()).ok_or_else(|| too_few(&base, 3))?;
    let found = waiting("running the ring", || ring::ring(&base, blocs));
    let found = found.ok_or_else(|| Refusal::lab(LabCode::NotForThis, None, None))?;
    let answer = Ring::of(blocs, &found);
    let is_real = |index: usize| {
        let window = &answer.windows[index];
        !window.holds && window.forged.is_none()
    };
    let broken: Vec<usize> = (0..answer.windows.len())
        .filter(|index| is_real(*index))
        .collect();
    if asked.json {
        output.json(&answer)?;
        return Ok(Ending::broken_if(!broken.is_empty()));
    }
    output.line(match broken.is_empty() {
        false => "a theorem says so (Fischer, Lynch and Merritt 1986): of the three armies read off the ring one breaks",
        true => "a theorem says that the three cannot all hold (Fischer, Lynch and Merritt 1986), but signatures keep the one that breaks off the ring",
    })?;
    for (index, window) in answer.windows.iter().enumerate() {
        let what = window.condition.0;
        let (word, holds) = match (window.holds, is_real(index)) {
            (true, _) => ("holds", Some(true)),
            (false, true) => ("broken", Some(false)),
            (false, false) => (
                "broken on the ring alone: its traitors cannot write a loyal general's signature",
                None,
            ),
        };
        let word = output.coloured(word, holds);
        output.line(&format!(
            "army {}: {} ({}) {word}",
            index + 1,
            what.name(),
            condition(what)
        ))?;
        let link = window.link.as_deref();
        output.line(&format!(
            "  {}",
            link.unwrap_or("no link holds so many lies")
        ))?;
    }
    Ok(Ending::broken_if(!broken.is_empty()))
}

pub(crate) fn chain(asked: &Link, output: &mut Output) -> Result<Ending, Refusal> {
    let base = asked_of(&asked.link, Tool::Chain)?;
    let found = waiting("halving the chain", || chain::chain(&base));
    let found = found.ok_or_else(|| no_chain(&base))?;
    let answer = Chain::of(&found);
    let last = answer.tried.last().filter(|run| run.broken);
    if asked.json {
        output.json(&answer)?;
        return Ok(Ending::broken_if(last.is_some()));
    }
    output.line(
        "a theorem says so (Fischer and Lynch 1982, Dolev and Strong 1983): somewhere on this chain a condition breaks",
    )?;
    let tried = counted(answer.tried.len() as u64, "run");
    output.line(&format!("{} runs; halving it took {tried}", answer.length))?;
    if let Some(run) = last {
        let word = output.coloured("broken", Some(false));
        output.line(&format!("run {}: {word}", run.place + 1))?;
        output.line(run.link.as_deref().unwrap_or("no link holds so many lies"))?;
    }
    Ok(Ending::broken_if(last.is_some()))
}

/// A link's army, of whose protocol this can be asked.
fn asked_of(link: &str, tool: Tool) -> Result<Scenario, Refusal> {
    let base = army(link)?;
    match base.spec().answers(tool) {
        true => Ok(base),
        false => Err(Refusal::lab(LabCode::NotForThis, None, None)),
    }
}

fn with(base: &Scenario, n: Option<usize>, m: Option<usize>) -> Option<Scenario> {
    let changes = Changes {
        n: n.map(|n| n as u64),
        m: m.map(|m| m as u64),
        ..Changes::default()
    };
    base.fork(&changes).ok()
}

/// There are too few generals for the question; with so many it can be asked.
fn too_few(base: &Scenario, needed: usize) -> Refusal {
    let nearest = with(base, Some(needed), None).map(|army| army.link());
    Refusal::lab(LabCode::TooFew, Some(needed as f64), nearest)
}

fn no_chain(base: &Scenario) -> Refusal {
    let needed = base.rounds() + 2;
    if base.n() < needed && needed as u64 <= GENERALS_MAX {
        return too_few(base, needed);
    }
    // With fewer rounds the chain is shorter.
    let fewer = (0..base.m())
        .rev()
        .filter_map(|m| with(base, None, Some(m)));
    let nearest = fewer.into_iter().find(|army| chain::chain(army).is_some());
    let nearest = nearest.map(|army| army.link());
    if base.n() < needed {
        return Refusal::lab(LabCode::TooFew, Some(needed as f64), nearest);
    }
    let size = length_of(base).map_or(f64::INFINITY, |runs| runs as f64);
    Refusal::lab(LabCode::TooLarge, Some(size), nearest)
}
