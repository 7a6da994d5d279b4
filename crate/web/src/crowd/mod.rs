//! Crowds of messengers for the page's map: written as dots into a sheet of pixels, which a canvas takes as it is.

mod field;
mod sheet;

use field::{Field, Roads};
use sheet::{Look, Sheet};
use wasm_bindgen::{Clamped, JsValue, prelude::wasm_bindgen};
use web_sys::ImageData;

/// The crowd of one map. It belongs to this page and is no part of the step API.
#[wasm_bindgen]
#[derive(Default)]
pub struct Crowd {
    roads: Roads,
    field: Field,
    sheet: Sheet,
    look: Look,
}

#[wasm_bindgen]
impl Crowd {
    /// Nobody, without roads.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// The roads between n generals: for each pair, sender by sender, the length, the normal and the table of points
    /// (69 numbers; zeros where nobody rides), and the curve by which rides start and end gently.
    pub fn lay(&mut self, n: usize, numbers: Vec<f32>, ease: Vec<f32>) {
        let n = if numbers.len() == n * n * field::ROAD_NUMBERS {
            n
        } else {
            0
        };
        self.roads = Roads { n, numbers, ease };
        self.field = Field::default();
    }

    /// The messengers of a round, as `Session.rides` gives them; `blind`: lies are not told apart.
    pub fn gather(&mut self, rides: &[u8], blind: bool) {
        self.field = Field::new(&self.roads, rides, blind);
    }

    /// The colours of ink, paper and lies, three bytes each; the dots' radius in pixels and how strong one is, 0…1.
    pub fn wear(&mut self, colours: &[u8], radius: f32, strength: f32) {
        let colour =
            |i: usize| [0, 1, 2].map(|channel| colours.get(3 * i + channel).copied().unwrap_or(0));
        self.look = Look {
            ink: colour(0),
            paper: colour(1),
            lie: colour(2),
            radius,
            strength,
        };
    }

    /// Draws a moment of the round, 0…1, on a sheet of this size, where the map is `scale` times larger and lies at x, y.
    /// Its pixels are the engine's own, not a copy: they are to be put on a canvas before anything else is asked. Throws
    /// for a sheet without pixels.
    pub fn paint(
        &mut self,
        time: f32,
        width: u32,
        height: u32,
        scale: f32,
        x: f32,
        y: f32,
    ) -> Result<ImageData, JsValue> {
        self.sheet.clear(width as usize, height as usize, self.look);
        let sheet = &mut self.sheet;
        self.field.each(&self.roads, time, |_, form, px, py| {
            sheet.dot(form, px * scale + x, py * scale + y)
        });
        let pixels = self.sheet.finish().as_flattened();
        ImageData::new_with_u8_clamped_array_and_sh(Clamped(pixels), width, height)
    }

    /// The messenger nearest to a place of the map, no farther than `reach`: his place among the rides. Of two equally near
    /// the one on top.
    pub fn find(&self, time: f32, x: f32, y: f32, reach: f32) -> Option<usize> {
        let mut least = reach * reach;
        let mut found = None;
        self.field.each(&self.roads, time, |index, _, px, py| {
            let far = (px - x) * (px - x) + (py - y) * (py - y);
            if far <= least {
                (least, found) = (far, Some(index));
            }
        });
        found
    }

    /// Where one of them is on the map: x and y, or nothing if he is not on the road.
    pub fn place(&self, time: f32, index: usize) -> Vec<f32> {
        let mut found = Vec::new();
        self.field.each(&self.roads, time, |other, _, x, y| {
            if other == index {
                found = vec![x, y];
            }
        });
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crowd() -> Crowd {
        let roads = field::tests::level();
        let mut crowd = Crowd::new();
        crowd.lay(roads.n, roads.numbers, roads.ease);
        crowd.gather(&[1, 2, 1, 0, 2, 1, 0, 1, 1, 2, 2, 1], false);
        crowd.wear(&[1, 1, 1, 2, 2, 2, 3, 3, 3], 2.1, 1.0);
        crowd
    }

    #[test]
    fn a_messenger_is_found_where_he_is_and_not_beside_him() {
        let crowd = crowd();
        for index in [0, 1] {
            let at = crowd.place(0.3, index);
            assert_eq!(crowd.find(0.3, at[0] + 2.0, at[1], 4.0), Some(index));
            assert_eq!(crowd.find(0.3, at[0] + 40.0, at[1], 4.0), None);
        }
        assert!(
            crowd.place(0.3, 2).is_empty(),
            "nobody rides where nothing was sent"
        );
    }

    #[test]
    fn a_layout_of_another_size_has_no_roads() {
        let mut crowd = Crowd::new();
        crowd.lay(3, vec![0.0; 5], vec![0.0, 1.0]);
        crowd.gather(&[1, 2, 1, 0], false);
        assert_eq!(crowd.find(0.5, 0.0, 0.0, 1e6), None);
    }
}
