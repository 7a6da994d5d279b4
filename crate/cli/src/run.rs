//! A run, and what came out.

use generals::{Generals, Order, Scenario, Verdict, Visit, judge};
use generals_wire as wire;
use serde::Serialize;

use crate::{
    arguments::Link,
    output::{Ending, Output},
    refusal::Refusal,
    source::army,
    words,
};

/// The verdict as the step API has it, and the link.
#[derive(Serialize)]
struct Answer {
    link: String,
    #[serde(flatten)]
    verdict: wire::Verdict,
}

pub(crate) fn run(asked: &Link, output: &mut Output) -> Result<Ending, Refusal> {
    let run = army(&asked.link)?;
    let verdict = judge(&run, Visit::Undecided)?;
    if asked.json {
        output.json(&Answer {
            link: run.link(),
            verdict: wire::Verdict::of(&verdict),
        })?;
    } else {
        tell(&run, &verdict, output)?;
    }
    Ok(Ending::broken_if(verdict.is_broken()))
}

fn tell(run: &Scenario, verdict: &Verdict, output: &mut Output) -> Result<(), Refusal> {
    output.line(&run.link())?;
    for order in [Order::Attack, Order::Retreat] {
        let decided = verdict.decisions.iter();
        let who = decided.filter(|(_, theirs)| **theirs == order);
        let who: Generals = who.map(|(general, _)| *general).collect();
        decided_line(words::order(order), who, output)?;
    }
    decided_line("never decide", verdict.undecided, output)?;
    for (general, attackers) in &verdict.vectors {
        let letter = |one| if attackers.contains(one) { 'A' } else { 'R' };
        let letters: String = run.generals().iter().map(letter).collect();
        output.line(&format!("vector of {general:<2} {letters}"))?;
    }
    conditions(verdict, output)?;
    let counts = &verdict.messages;
    let rounds: Vec<String> = counts.per_round.iter().map(messages).collect();
    let mut sent = format!("messages     {}", messages(&counts.total));
    if rounds.len() > 1 {
        sent.push_str(&format!(" = {}", rounds.join(" + ")));
    }
    if let Some(lies) = verdict.lies {
        sent.push_str(&format!(", of which {}", lies_told(lies)));
    }
    output.line(&sent)
}

/// Who decides this, if anybody does.
fn decided_line(what: &str, who: Generals, output: &mut Output) -> Result<(), Refusal> {
    if who.is_empty() {
        return Ok(());
    }
    let numbers: Vec<String> = who.iter().map(|general| general.to_string()).collect();
    output.line(&format!("{what:<12} {}", numbers.join(", ")))
}

/// A number of messages; of what no number holds, that.
fn messages(count: &u128) -> String {
    match *count {
        u128::MAX => "2^128 or more".to_owned(),
        count => count.to_string(),
    }
}

fn lies_told(lies: u64) -> String {
    match lies {
        1 => "1 is a lie".to_owned(),
        lies => format!("{lies} are lies"),
    }
}

/// What the run is judged by, a line a condition.
pub(crate) fn conditions(verdict: &Verdict, output: &mut Output) -> Result<(), Refusal> {
    for judged in &verdict.conditions {
        let word = match judged.holds {
            Some(true) => "holds",
            Some(false) => "broken",
            None => "nothing is required",
        };
        let word = output.coloured(word, judged.holds);
        let mut line = format!("{:<12} {word}", judged.condition.name());
        if judged.holds == Some(false) {
            let who: Vec<String> = judged.witnesses.iter().map(ToString::to_string).collect();
            let meant = words::condition(judged.condition);
            line.push_str(&format!(" ({meant}): see general {}", who.join(" and ")));
        }
        output.line(&line)?;
    }
    Ok(())
}
