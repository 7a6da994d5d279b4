//! How weak traitors may be and still break a condition.

use generals::lab::ladder;
use generals_wire::{Ladder, LadderKind, Rung};

use crate::{
    arguments::Link,
    output::{Ending, Output},
    progress::waiting,
    refusal::Refusal,
    source::army,
    words::counted,
};

pub(crate) fn ladder(asked: &Link, output: &mut Output) -> Result<Ending, Refusal> {
    let base = army(&asked.link)?;
    let answer = Ladder::of(&waiting("trying what traitors can do", || {
        ladder::ladder(&base)
    })?);
    let rungs = [
        ("crash", "each is silent from some step on", &answer.crash),
        ("omission", "they leave messages out", &answer.omission),
        ("twins", "they say what an honest copy would", &answer.twins),
        ("arbitrary", "they do anything", &answer.arbitrary),
    ];
    let breaks = rungs
        .iter()
        .any(|(_, _, rung)| rung.as_ref().is_some_and(|rung| rung.breaks));
    if asked.json {
        output.json(&answer)?;
        return Ok(Ending::broken_if(breaks));
    }
    for (name, meaning, rung) in rungs {
        let Some(rung) = rung else {
            output.line(&format!("{name:<10} cannot be asked here"))?;
            continue;
        };
        let word = if rung.breaks {
            "breaks it"
        } else {
            "breaks nothing"
        };
        let word = output.coloured(word, Some(!rung.breaks));
        output.line(&format!("{name:<10} {word}: {} ({meaning})", known(rung)))?;
        if let Some(link) = &rung.link {
            output.line(&format!("  {link}"))?;
        }
    }
    Ok(Ending::broken_if(breaks))
}

/// How that is known.
fn known(rung: &Rung) -> String {
    let tried = counted(rung.tried as u64, "run");
    match rung.kind {
        LadderKind::Exact if rung.breaks => "by an exact algorithm".to_owned(),
        LadderKind::Exact => {
            "by an exact algorithm, or because nobody stronger breaks anything".to_owned()
        }
        LadderKind::Exhausted => format!("tried all {tried}"),
        LadderKind::Part => format!("tried {tried}, one after another"),
        LadderKind::Sampled if rung.breaks => format!("tried {tried}, drawn by lot"),
        LadderKind::Sampled => {
            format!("tried {tried} drawn by lot, none found, and nothing follows for the others")
        }
    }
}
