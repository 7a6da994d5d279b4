//! A broken cell of the table as a scenario: a link that opens the run.

use crate::{
    protocol::{
        spec::Condition,
        trust::{
            machine::slot_of,
            rule::settle,
            table::{Broken, Row},
            terms::Terms,
        },
    },
    scenario::{Adversary, Own, Scenario, Strategy},
    word::{Generals, Lies, Word, Words},
};

impl Row {
    /// A run that breaks this condition, if there is one.
    ///
    /// ```
    /// use generals::{Condition, trust::table};
    ///
    /// let rows = table().rows;
    /// assert!(rows.iter().all(|row| row.broken(Condition::Validity).is_none()), "an order is not judged by it");
    /// assert_eq!(rows.iter().filter(|row| row.broken(Condition::Agreement).is_some()).count(), 5);
    /// ```
    #[must_use]
    pub const fn broken(&self, condition: Condition) -> Option<Broken> {
        match condition {
            Condition::Agreement => self.agreement,
            Condition::Consent => self.consent,
            Condition::Delivery => self.delivery,
            Condition::Validity | Condition::Attacks | Condition::Termination => None,
        }
    }

    /// The run of one of its cells, with this scenario's trust and seed: what the cheat says that an honest party would not.
    ///
    /// ```
    /// use generals::{Condition, Trace, link::{LinkSize, parse}, trust::table};
    ///
    /// let lecture = parse("v=1&p=trust", LinkSize::Any).unwrap().scenario;
    /// let row = table().rows.into_iter().find(|row| row.consent.is_some()).unwrap();
    /// let run = row.scenario(&lecture, &row.consent.unwrap());
    /// assert_eq!(run.link(), "v=1&p=trust&n=3&o=R&t=2&s=honest&x=1.2-3A&by=shop");
    /// assert_eq!(Trace::new(run).unwrap().verdict().holds(Condition::Consent), Some(false));
    /// ```
    #[must_use]
    pub fn scenario(&self, base: &Scenario, broken: &Broken) -> Scenario {
        let traitors: Generals = self.traitor.into_iter().collect();
        let mut said = broken.said.into_iter();
        let mut lies = Lies::new();
        settle(self.rule, broken.intent, traitors, |place, honest| {
            let word = said.next().unwrap_or(honest);
            if word != honest {
                let word = word.map_or(Word::Silence, Word::from);
                lies.insert(slot_of(place), Words::one(word));
            }
            word
        });
        let graph = base.terms().map(|terms| terms.graph.clone());
        let mut scenario = base.against(Adversary {
            traitors,
            stolen: Generals::NONE,
            strategy: Strategy::Honest,
            lies,
        });
        scenario.order = broken.intent;
        scenario.own = Own::Terms(Terms {
            graph: graph.unwrap_or_else(Terms::lecture),
            rule: self.rule,
        });
        scenario
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        Trace,
        link::{LinkSize, parse},
        protocol::{Condition, trust::table},
    };

    #[test]
    fn every_broken_cell_opens_as_a_run_that_breaks_it_with_one_lie() {
        let base = parse("v=1&p=trust&w=12&by=signed&t=1&x=1-2R", LinkSize::Any).unwrap();
        let mut opened = 0;
        for row in table().rows {
            for (_, condition) in Condition::NAMES {
                let Some(broken) = row.broken(condition) else {
                    continue;
                };
                let link = row.scenario(&base.scenario, &broken).link();
                let again = parse(&link, LinkSize::Stepped).unwrap().scenario;
                let trace = Trace::new(again).unwrap();
                assert_eq!(trace.verdict().holds(condition), Some(false), "{link}");
                assert_eq!(trace.verdict().lies, Some(1), "{link}");
                opened += 1;
            }
        }
        assert_eq!(opened, 7);
    }
}
