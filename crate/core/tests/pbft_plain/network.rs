//! Which letter is delivered next, and what comes of it.

use generals::{DeliveryOrder, PathHash, Slot, Until};

use super::{Body, Letter, Plain};

impl Plain<'_> {
    pub(super) fn step(&mut self) -> bool {
        let Some(place) = self.next() else {
            if self.everybody_times_out() {
                return true;
            }
            let Some(place) = self
                .delayed(|until| until != Until::End)
                .or_else(|| self.delayed(|_| true))
            else {
                return false;
            };
            self.deliver(place);
            return true;
        };
        self.deliver(place);
        true
    }

    fn until(&self, slot: &Slot) -> Option<(usize, Until)> {
        let delays = &self.scenario.schedule().unwrap().delays;
        let mut found = delays.iter().enumerate();
        found
            .find(|(_, delay)| delay.slot == *slot)
            .map(|(i, delay)| (i, delay.until))
    }

    fn delayed(&self, is_meant: impl Fn(Until) -> bool) -> Option<usize> {
        let places = 0..self.under_way.len();
        let meant = places.filter_map(|place| {
            let (listed, until) = self.until(&self.under_way[place].slot)?;
            is_meant(until).then_some((listed, place))
        });
        meant.min().map(|(_, place)| place)
    }

    fn next(&self) -> Option<usize> {
        let step = self.rows.len() + 1;
        let free: Vec<usize> = (0..self.under_way.len())
            .filter(|place| self.until(&self.under_way[*place].slot).is_none())
            .collect();
        let free = match self.scenario.schedule().unwrap().order {
            DeliveryOrder::Fifo => free.first().copied(),
            DeliveryOrder::Lifo => free.last().copied(),
            DeliveryOrder::Random => {
                let mut lot = PathHash::new(self.scenario.seed()).word() ^ step as u64;
                lot = (lot ^ (lot >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
                lot = (lot ^ (lot >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
                lot ^= lot >> 31;
                free.get((lot % free.len().max(1) as u64) as usize).copied()
            }
        };
        self.delayed(|until| matches!(until, Until::Step(due) if due <= step))
            .or(free)
            .or_else(|| self.delayed(|until| until == Until::Idle))
    }

    fn everybody_times_out(&mut self) -> bool {
        let mut out = Vec::new();
        for who in (1..=self.n)
            .filter(|who| self.is_loyal(*who))
            .collect::<Vec<_>>()
        {
            out.extend(self.time_out(who));
        }
        let goes_on = !out.is_empty();
        self.open();
        self.put(out);
        goes_on
    }

    fn deliver(&mut self, place: usize) {
        let Letter { slot, body, sent } = self.under_way.remove(place);
        let (from, to) = (slot.from.number(), slot.to.number());
        let word = match &body {
            None => 'S',
            Some(Body::Say(_, _, word) | Body::Open(_, word, _)) => *word,
            Some(Body::Ask(ask)) => ask.shows.as_ref().map_or('N', |(_, word, _)| *word),
        };
        let out = body.as_ref().map(|body| self.hear(to, from, body));
        self.rows
            .push((slot.to_string(), word, matches!(out, Some(None)), sent));
        self.open();
        let mut out = out.flatten().unwrap_or_default();
        out.iter_mut()
            .for_each(|letter| letter.sent = self.rows.len());
        self.send(to, out);
    }
}
