//! What searches say, and the one that an algorithm answers.

use generals::{
    Condition, Tool, Visit, judge,
    lab::attack::{AmongTraitors, Attack, is_claimed, smallest},
    link::{LinkSize, parse},
};
use generals_wire::{Attack as Found, LabCode, SearchProgress};

use crate::{
    arguments::Link,
    output::{Ending, Output},
    progress::waiting,
    refusal::Refusal,
    run::conditions,
    source::army,
    words::{self, counted},
};

pub(crate) fn attack(asked: &Link, output: &mut Output) -> Result<Ending, Refusal> {
    let base = army(&asked.link)?;
    if !base.spec().answers(Tool::Attack) {
        return Err(Refusal::lab(LabCode::OralOnly, None, None));
    }
    let all = base.spec().conditions;
    if !all.iter().any(|one| is_claimed(&base, None, *one)) {
        return Err(Refusal::lab(LabCode::NothingClaimed, None, None));
    }
    let attack = |one: &Condition| Some((*one, smallest(&base, *one, AmongTraitors::Counted)?));
    let found = waiting("looking for the fewest lies", || {
        let attacks = all.iter().filter_map(attack);
        attacks.min_by_key(|(_, attack): &(_, Attack)| attack.rank())
    });
    let answer = Found::of(found.as_ref());
    if asked.json {
        output.json(&answer)?;
    } else {
        match (&answer.lies, &found) {
            (Some(lies), Some((condition, _))) => {
                let lies = match lies.is_finite() {
                    true if *lies == 1.0 => "1 lie breaks it".to_owned(),
                    true => format!("{} break it", counted(*lies as u64, "lie")),
                    false => "2^53 lies or more break it".to_owned(),
                };
                output.line(&format!(
                    "{lies}, and no fewer: {} ({})",
                    condition.name(),
                    words::condition(*condition)
                ))?;
            }
            _ => output.line("no lies of these traitors break it: the algorithm is exact")?,
        }
        opens(answer.link.as_deref(), found.is_some(), output)?;
    }
    Ok(Ending::broken_if(found.is_some()))
}

/// The link of what was found, on a line of its own.
fn opens(link: Option<&str>, is_found: bool, output: &mut Output) -> Result<(), Refusal> {
    match link {
        Some(link) => output.line(link),
        None if is_found => output.line("no link holds so many lies"),
        None => Ok(()),
    }
}

/// Says what a search has found, or `none`.
pub(crate) fn tell(
    answer: &SearchProgress,
    thing: &str,
    none: &str,
    is_json: bool,
    output: &mut Output,
) -> Result<Ending, Refusal> {
    if is_json {
        output.json(answer)?;
    } else if answer.breaks {
        let tried = counted(answer.tried as u64, thing);
        output.line(&format!("found after {tried}:"))?;
        opens(answer.found.as_deref(), true, output)?;
        if let Some(link) = &answer.found {
            let run = parse(link, LinkSize::Any)?.scenario;
            conditions(&judge(&run, Visit::Undecided)?, output)?;
        }
    } else {
        output.line(none)?;
    }
    Ok(Ending::broken_if(answer.breaks))
}
