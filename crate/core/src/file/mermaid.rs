//! A run as a Mermaid sequence diagram, which Markdown pages draw by themselves.

use super::{
    options::{Options, Refused},
    seen::{numbered, refused, rows},
};
use crate::{
    protocol::Task,
    run::{Message, Trace},
    scenario::Scenario,
    word::{
        General,
        limits::{MERMAID_CHARACTERS_MAX, MERMAID_MESSAGES_MAX},
    },
};

/// The run as a sequence diagram. Each message is numbered by its step and says its path and its word in codes: `1.3 R`, and of a
/// lie the honest word too, in parentheses; lies are broken lines, what never comes or is not taken in ends in a cross. Behind the name
/// of a traitor stands `(T)`; at the end each says what he decides. Nothing in it is read as anything else by Mermaid: it has letters,
/// digits, points, hyphens and parentheses alone.
///
/// ```
/// use generals::{Trace, file::{Options, mermaid}, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=4&t=3", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let diagram = mermaid(&trace, &Options::default()).unwrap();
/// assert!(diagram.contains("participant g3 as 3 (T)\n"));
/// assert!(diagram.contains("g3-->>g2: 1.3 R (A)\n"), "general 3 lies to general 2");
/// assert!(diagram.ends_with("note over g4: A\n"));
/// ```
///
/// # Errors
/// [`Refused::TooLarge`] for more than [`MERMAID_MESSAGES_MAX`] messages, [`Refused::TooLong`] for more than
/// [`MERMAID_CHARACTERS_MAX`] characters: Mermaid's own programmes draw neither.
pub fn mermaid(trace: &Trace, options: &Options) -> Result<String, Refused> {
    let rows = rows(trace, options);
    let size = rows.len() as u128;
    if size > MERMAID_MESSAGES_MAX {
        let most = MERMAID_MESSAGES_MAX;
        return Err(Refused::TooLarge { size, most });
    }
    let scenario = trace.scenario();
    let mut lines = head(scenario, options);
    let mut round = 0;
    for (_, message) in numbered(trace, options, &rows) {
        if message.round() > round {
            round = message.round();
            let last = scenario.n();
            lines.push(format!("note over g1,g{last}: round {round}"));
        }
        lines.push(arrow(scenario, options, &message));
    }
    for (general, order) in &trace.verdict().decisions {
        if options.eyes.is_none_or(|eyes| eyes == *general) {
            lines.push(format!("note over g{general}: {}", order.letter()));
        }
    }
    let diagram = lines.join("\n  ") + "\n";
    // All of it is ASCII: bytes are characters.
    let size = diagram.len() as u128;
    if size > MERMAID_CHARACTERS_MAX {
        let most = MERMAID_CHARACTERS_MAX;
        return Err(Refused::TooLong { size, most });
    }
    Ok(diagram)
}

/// The kind of diagram, where the run is found again, and everybody.
fn head(scenario: &Scenario, options: &Options) -> Vec<String> {
    let mut lines = vec!["sequenceDiagram".to_owned()];
    if options.eyes.is_none() && !options.link.is_empty() {
        lines.push(format!("%% {}", options.link));
    }
    lines.push("autonumber".to_owned());
    for general in scenario.generals().iter() {
        let is_known = options.eyes.is_none_or(|eyes| eyes == general);
        let mark = if is_known && !scenario.is_loyal(general) {
            " (T)"
        } else {
            ""
        };
        let called = number(options, general.number().into());
        lines.push(format!("participant g{general} as {called}{mark}"));
    }
    lines
}

fn arrow(scenario: &Scenario, options: &Options, message: &Message) -> String {
    let Message { slot, said, .. } = message;
    let knows = |general: General| options.eyes.is_none_or(|eyes| eyes == general);
    let lies = said.is_lie() && knows(slot.from);
    let refused = refused(message, options);
    let arrow = match (said.word.is_silence() || refused.is_some(), lies) {
        (false, false) => "->>",
        (false, true) => "-->>",
        (true, false) => "-x",
        (true, true) => "--x",
    };
    let mut text = format!(
        "g{}{arrow}g{}: {} {}",
        slot.from,
        slot.to,
        label(scenario, options, slot.label.numbers()),
        said.word.letter()
    );
    if lies {
        text.push_str(&format!(" ({})", said.honest.letter()));
    }
    if let Some(why) = refused {
        text.push(' ');
        text.push_str(why);
    }
    text
}

/// A label; of messengers that are counted it holds no general.
fn label(scenario: &Scenario, options: &Options, numbers: &[u16]) -> String {
    let counts = scenario.spec().task == Task::Coordination;
    let told = numbers.iter().map(|label| match counts {
        true => label.to_string(),
        false => number(options, *label).to_string(),
    });
    told.collect::<Vec<_>>().join(".")
}

/// What a general is called.
fn number(options: &Options, general: u16) -> u16 {
    general - 1 + u16::from(options.number_from)
}
