//! What is said in a TikZ picture: words as macros, which can be redefined.

use crate::{
    file::text::{Says, joined},
    protocol::Condition,
    word::{Order, Word},
};

/// The macros: name, how many arguments, what they are at first.
pub(super) const MACROS: [(&str, usize, &str); 16] = [
    ("byzattack", 0, "A"),
    ("byzretreat", 0, "R"),
    ("byzneither", 0, "N"),
    ("byzsilence", 0, "--"),
    ("byzdoattack", 0, "Attack"),
    ("byzdoretreat", 0, "Retreat"),
    ("byzgeneral", 1, "#1"),
    ("byzcopy", 1, "\\textit{#1}"),
    ("byzround", 1, "Round #1"),
    ("byzdecision", 0, "Decision"),
    ("byzrun", 0, "Run"),
    ("byzvotes", 2, "#1\\,:\\,#2"),
    ("byzset", 1, "$\\{$#1$\\}$"),
    ("byzpath", 1, "#1"),
    ("byzagreement", 0, "Agreement"),
    ("byzvalidity", 0, "Validity"),
];

/// A word as its macro.
pub(super) const fn word(word: Word) -> &'static str {
    match word {
        Word::Order(Order::Attack) => "\\byzattack{}",
        Word::Order(Order::Retreat) => "\\byzretreat{}",
        Word::Neither => "\\byzneither{}",
        Word::Silence => "\\byzsilence{}",
    }
}

const fn order(one: Order) -> &'static str {
    word(Word::Order(one))
}

/// What is said, in macros.
pub(super) fn said(says: &Says) -> String {
    match says {
        Says::Number(number) => number.to_string(),
        Says::Generals { first, last, copy } => {
            let name = copy.map_or(String::new(), |copy| {
                format!("\\byzcopy{{{}}}", copy.letter())
            });
            if first == last {
                format!("\\byzgeneral{{{first}}}{name}")
            } else {
                format!("\\byzgeneral{{{first}}}--\\byzgeneral{{{last}}}{name}")
            }
        }
        Says::CopyName(copy) => format!("\\byzcopy{{{}}}", copy.letter()),
        Says::Round(round) => format!("\\byzround{{{round}}}"),
        Says::Decision => "\\byzdecision{}".to_owned(),
        Says::Run => "\\byzrun{}".to_owned(),
        Says::Word(one) => word(*one).to_owned(),
        Says::Order(Order::Attack) => "\\byzdoattack{}".to_owned(),
        Says::Order(Order::Retreat) => "\\byzdoretreat{}".to_owned(),
        Says::Words(words) => joined(words.iter().map(|one| word(*one)), ", "),
        Says::Tally(attack, retreat, silent) => {
            let counts = [
                (attack, Order::Attack.into()),
                (retreat, Order::Retreat.into()),
                (silent, Word::Silence),
            ];
            let some = counts.into_iter().filter(|(count, _)| **count > 0);
            joined(
                some.map(|(count, one)| format!("{count}~{}", word(one))),
                ", ",
            )
        }
        Says::Set(orders) => {
            let inner = joined(orders.iter().map(|one| order(*one)), ", ");
            format!("\\byzset{{{inner}}}")
        }
        Says::Vector(orders) => joined(orders.iter().map(|one| order(*one)), " "),
        Says::Votes(won, lost) => format!("\\byzvotes{{{won}}}{{{lost}}}"),
        Says::Path(path) => format!("\\byzpath{{{}}}", joined(path.iter(), ".")),
        Says::Condition(Condition::Agreement) => "\\byzagreement{}".to_owned(),
        Says::Condition(Condition::Validity) => "\\byzvalidity{}".to_owned(),
        Says::Condition(other) => other.name().to_owned(),
    }
}
