//! Where each messenger of a crowd is: all leave together, and those of one road ride in file, on lanes side by side.
//!
//! The pace is that of www/js/scene/ride.js, which plans the few that are drawn one by one.

/// Equal steps of a road's length in its table.
const STEPS: usize = 32;

/// Numbers of one road: its length, the normal to its left, then x and y after each step.
pub(super) const ROAD_NUMBERS: usize = 3 + 2 * (STEPS + 1);

/// Bytes of one ride, as `Session.rides` gives them.
const RIDE_BYTES: usize = 4;

/// Messengers of one file leave so many px apart, if the last still leaves before this part of the longest ride.
const GAP: f32 = 48.0;
const LAST_LEAVES: f32 = 0.36;

/// Lanes of a road, and px between them; they close at both ends, where all pass one gate.
const LANES: usize = 7;
const LANE_WIDTH: f32 = 2.4;
const CLOSING: f32 = 5.0;

/// The roads of a layout, and how rides start and end gently.
#[derive(Default)]
pub(super) struct Roads {
    /// Generals.
    pub(super) n: usize,
    /// [`ROAD_NUMBERS`] for each pair, sender by sender; zeros where nobody rides.
    pub(super) numbers: Vec<f32>,
    /// The part of the road behind him, at equal steps of the time that a ride takes.
    pub(super) ease: Vec<f32>,
}

/// What a dot tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Attack,
    Retreat,
    LieAttack,
    LieRetreat,
}

struct Rider {
    /// His place among the rides.
    index: usize,
    road: usize,
    form: Form,
    start: f32,
    takes: f32,
    lane: f32,
}

/// The messengers of one round on their roads. Nobody rides where nothing was sent.
#[derive(Default)]
pub(super) struct Field {
    riders: Vec<Rider>,
    end: f32,
}

impl Field {
    /// `blind`: whoever looks cannot know which are lies.
    pub(super) fn new(roads: &Roads, rides: &[u8], blind: bool) -> Self {
        let general = |number: u8| {
            let place = usize::from(number).checked_sub(1)?;
            (place < roads.n).then_some(place)
        };
        let road_of = |ride: &[u8]| Some(general(ride[0])? * roads.n + general(ride[1])?);
        let mut files = vec![0_usize; roads.n * roads.n];
        for road in rides.chunks_exact(RIDE_BYTES).filter_map(road_of) {
            files[road] += 1;
        }
        let longest = (0..files.len())
            .filter(|road| files[*road] > 0)
            .map(|road| roads.length(road))
            .fold(1.0, f32::max);
        let mut ahead = vec![0_usize; files.len()];
        let mut end = 0.0_f32;
        let mut riders = Vec::with_capacity(rides.len() / RIDE_BYTES);
        for (index, ride) in rides.chunks_exact(RIDE_BYTES).enumerate() {
            let Some(road) = road_of(ride) else { continue };
            let length = roads.length(road);
            let gap = (GAP / length.max(1.0)).min(LAST_LEAVES / files[road] as f32);
            let start = ahead[road] as f32 * gap;
            let takes = (length / longest).sqrt().max(f32::EPSILON);
            ahead[road] += 1;
            end = end.max(start + takes);
            let lie = !blind && ride[3] & 1 == 1;
            let form = match (ride[2], lie) {
                (1, false) => Form::Attack,
                (1, true) => Form::LieAttack,
                (0, false) => Form::Retreat,
                (0, true) => Form::LieRetreat,
                _ => continue,
            };
            let lane = ((index * 5) % LANES) as f32 - (LANES / 2) as f32;
            riders.push(Rider {
                index,
                road,
                form,
                start,
                takes,
                lane: lane * LANE_WIDTH,
            });
        }
        // Lies come last and so on top: none may vanish under the truth.
        let (lies, mut riders): (Vec<Rider>, Vec<Rider>) = riders
            .into_iter()
            .partition(|rider| matches!(rider.form, Form::LieAttack | Form::LieRetreat));
        riders.extend(lies);
        Self { riders, end }
    }

    /// Calls with everyone who has left at a moment of the round, 0…1: his place among the rides, what he tells, x, y.
    pub(super) fn each(
        &self,
        roads: &Roads,
        time: f32,
        mut call: impl FnMut(usize, Form, f32, f32),
    ) {
        let now = if time >= 1.0 {
            f32::INFINITY
        } else {
            time * self.end
        };
        for rider in &self.riders {
            let progress = roads.eased((now - rider.start) / rider.takes);
            if progress > 0.0 {
                let (x, y) = roads.point(rider.road, progress, rider.lane);
                call(rider.index, rider.form, x, y);
            }
        }
    }
}

impl Roads {
    fn length(&self, road: usize) -> f32 {
        self.numbers
            .get(road * ROAD_NUMBERS)
            .copied()
            .unwrap_or(0.0)
    }

    fn eased(&self, time: f32) -> f32 {
        let steps = self.ease.len().saturating_sub(1);
        if time <= 0.0 || steps == 0 {
            return 0.0;
        }
        if time >= 1.0 {
            return 1.0;
        }
        let at = time * steps as f32;
        let step = at as usize;
        let (before, after) = (self.ease[step], self.ease[step + 1]);
        before + (after - before) * (at - step as f32)
    }

    fn point(&self, road: usize, progress: f32, lane: f32) -> (f32, f32) {
        let numbers = &self.numbers[road * ROAD_NUMBERS..(road + 1) * ROAD_NUMBERS];
        let at = progress * STEPS as f32;
        let step = (at as usize).min(STEPS - 1);
        let part = at - step as f32;
        let table = &numbers[3 + 2 * step..];
        let off = lane
            * (CLOSING * progress)
                .min(CLOSING * (1.0 - progress))
                .min(1.0);
        (
            table[0] + (table[2] - table[0]) * part + numbers[1] * off,
            table[1] + (table[3] - table[1]) * part + numbers[2] * off,
        )
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Two generals and a level road of 320 px from the second to the first and back, ridden evenly.
    pub(in super::super) fn level() -> Roads {
        let mut numbers = vec![0.0; 4 * ROAD_NUMBERS];
        for (road, from, towards) in [(1, 0.0, 10.0), (2, 320.0, -10.0)] {
            let own = &mut numbers[road * ROAD_NUMBERS..][..ROAD_NUMBERS];
            own[..3].copy_from_slice(&[320.0, 0.0, -1.0]);
            for step in 0..=STEPS {
                own[3 + 2 * step] = from + towards * step as f32;
                own[4 + 2 * step] = 50.0;
            }
        }
        Roads {
            n: 2,
            numbers,
            ease: vec![0.0, 1.0],
        }
    }

    fn places(rides: &[u8], time: f32, blind: bool) -> Vec<(usize, Form, f32, f32)> {
        let roads = level();
        let mut found = Vec::new();
        Field::new(&roads, rides, blind).each(&roads, time, |index, form, x, y| {
            found.push((index, form, x, y))
        });
        found
    }

    #[test]
    fn one_messenger_is_where_his_road_is_at_that_moment() {
        let [(0, Form::Attack, x, y)] = places(&[1, 2, 1, 0], 0.25, false)[..] else {
            unreachable!()
        };
        assert_eq!(x, 80.0);
        // The first lane is the leftmost.
        assert_eq!(y, 50.0 + 3.0 * LANE_WIDTH);
    }

    #[test]
    fn nobody_has_left_at_the_start_and_all_have_arrived_at_the_end() {
        let rides = [1, 2, 1, 0].repeat(50);
        assert_eq!(places(&rides, 0.0, false).len(), 0);
        let end = places(&rides, 1.0, false);
        assert_eq!(end.len(), 50);
        assert!(end.iter().all(|(_, _, x, y)| (*x, *y) == (320.0, 50.0)));
        assert!(
            places(&rides, 0.99, false)
                .iter()
                .any(|(_, _, x, _)| *x < 320.0)
        );
    }

    #[test]
    fn messengers_of_one_road_ride_in_file() {
        let xs: Vec<f32> = places(&[1, 2, 1, 0].repeat(4), 0.5, false)
            .iter()
            .map(|place| place.2)
            .collect();
        assert!(xs.windows(2).all(|pair| pair[0] > pair[1] + 20.0), "{xs:?}");
    }

    #[test]
    fn lies_come_last_unless_that_cannot_be_known() {
        let rides = [1, 2, 1, 1, 1, 2, 0, 1, 2, 1, 0, 0, 2, 1, 1, 0];
        let forms = |blind| -> Vec<Form> {
            places(&rides, 0.9, blind)
                .iter()
                .map(|place| place.1)
                .collect()
        };
        assert_eq!(
            forms(false),
            [
                Form::Retreat,
                Form::Attack,
                Form::LieAttack,
                Form::LieRetreat
            ]
        );
        assert_eq!(
            forms(true),
            [Form::Attack, Form::Retreat, Form::Retreat, Form::Attack]
        );
    }

    #[test]
    fn nobody_rides_where_nothing_was_sent_or_no_road_leads() {
        assert_eq!(places(&[1, 2, 2, 1], 0.5, false), []);
        assert_eq!(places(&[9, 2, 1, 0, 0, 0, 1, 0], 0.5, false), []);
    }
}
