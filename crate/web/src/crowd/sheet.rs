//! A sheet of pixels and the dots stamped on it: filled or open discs, lies as diamonds, with soft edges.

use super::field::Form;

/// A dot's place within a pixel is kept to one of so many columns and rows: slow dots would jerk otherwise.
const PLACES: usize = 4;

/// Half the diagonal of a lie's diamond, for a dot of radius 1, and its least in pixels.
const DIAMOND: f32 = 4.0 / 2.1;
const LEAST_DIAMOND: f32 = 1.6;

/// Width of the line around what is open, for a dot of radius 1.
const EDGE: f32 = 0.43;
const DIAMOND_EDGE: f32 = 0.9;

/// A colour as red, green, blue, opacity in the order of bytes; opacity 0 is nothing.
type Colour = u32;

/// The same as a canvas takes it.
type Pixel = [u8; 4];

/// One pixel of a stamp, already multiplied by its opacity.
struct Cell {
    dx: i32,
    dy: i32,
    colour: Colour,
}

/// What dots look like: the ink and the paper of scrolls and the colour of lies, the radius in pixels, how strong one is.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Look {
    pub(super) ink: [u8; 3],
    pub(super) paper: [u8; 3],
    pub(super) lie: [u8; 3],
    pub(super) radius: f32,
    pub(super) strength: f32,
}

/// Pixels of a picture, and the stamps for it.
#[derive(Default)]
pub(super) struct Sheet {
    width: usize,
    height: usize,
    pixels: Vec<Pixel>,
    look: Look,
    /// For each form and place within a pixel.
    stamps: Vec<Vec<Cell>>,
    reach: i32,
}

const FORMS: [Form; 4] = [
    Form::Attack,
    Form::Retreat,
    Form::LieAttack,
    Form::LieRetreat,
];

impl Sheet {
    /// An empty sheet of this size.
    pub(super) fn clear(&mut self, width: usize, height: usize, look: Look) {
        (self.width, self.height) = (width, height);
        self.pixels.clear();
        self.pixels.resize(width * height, [0; 4]);
        if self.look != look {
            self.look = look;
            let far = look.radius.max(diamond(look.radius));
            self.reach = far.ceil() as i32 + 1;
            self.stamps = FORMS
                .into_iter()
                .flat_map(|form| (0..PLACES * PLACES).map(move |place| (form, place)))
                .map(|(form, place)| stamp(form, place, self.reach, &look))
                .collect();
        }
    }

    /// A dot with its middle at x, y in pixels; what lies beyond the sheet is cut off.
    pub(super) fn dot(&mut self, form: Form, x: f32, y: f32) {
        let (column, row) = (x.floor(), y.floor());
        let within = |part: f32| ((part * PLACES as f32) as usize).min(PLACES - 1);
        let stamp = (form as usize * PLACES + within(y - row)) * PLACES + within(x - column);
        let (column, row) = (column as i32, row as i32);
        let (width, height) = (self.width as i32, self.height as i32);
        let whole = column >= self.reach
            && row >= self.reach
            && column < width - self.reach
            && row < height - self.reach;
        for cell in &self.stamps[stamp] {
            let (x, y) = (column + cell.dx, row + cell.dy);
            if whole || (x >= 0 && y >= 0 && x < width && y < height) {
                let pixel = &mut self.pixels[(y * width + x) as usize];
                *pixel = over(cell.colour, Colour::from_le_bytes(*pixel)).to_le_bytes();
            }
        }
    }

    /// The finished pixels as a canvas takes them: colours not multiplied by their opacity.
    pub(super) fn finish(&mut self) -> &[Pixel] {
        for pixel in &mut self.pixels {
            let colour = Colour::from_le_bytes(*pixel);
            let opacity = colour >> 24;
            if opacity != 0 && opacity != 255 {
                let full =
                    |shift: u32| (((colour >> shift) & 255) * 255 / opacity).min(255) << shift;
                *pixel = (opacity << 24 | full(16) | full(8) | full(0)).to_le_bytes();
            }
        }
        &self.pixels
    }
}

fn diamond(radius: f32) -> f32 {
    (radius * DIAMOND).max(LEAST_DIAMOND)
}

/// One colour laid over another, both multiplied by their opacity: two channels at a time.
fn over(upper: Colour, lower: Colour) -> Colour {
    const TWO: u32 = 0x00ff_00ff;
    let through = 256 - (upper >> 24);
    let even = (((lower & TWO) * through) >> 8) & TWO;
    let odd = (((lower >> 8) & TWO) * through) & !TWO;
    upper + (even | odd)
}

fn stamp(form: Form, place: usize, reach: i32, look: &Look) -> Vec<Cell> {
    let middle = |place: usize| (place as f32 + 0.5) / PLACES as f32;
    let (x, y) = (middle(place % PLACES), middle(place / PLACES));
    let (fill, edge, lie) = match form {
        Form::Attack => (look.ink, look.ink, false),
        Form::Retreat => (look.paper, look.ink, false),
        Form::LieAttack => (look.lie, look.lie, true),
        Form::LieRetreat => (look.paper, look.lie, true),
    };
    let line = look.radius * if lie { DIAMOND_EDGE } else { EDGE };
    let mut cells = Vec::new();
    for dy in -reach..=reach {
        for dx in -reach..=reach {
            // From the middle of the dot to the middle of the pixel.
            let across = (dx as f32 + 0.5 - x).abs();
            let down = (dy as f32 + 0.5 - y).abs();
            let inside = if lie {
                (diamond(look.radius) - across - down) / std::f32::consts::SQRT_2
            } else {
                look.radius - across.hypot(down)
            };
            let opacity = ((inside + 0.5).clamp(0.0, 1.0) * look.strength * 255.0) as u32;
            if opacity > 0 {
                // Between line and fill the colours mix.
                let filled = (inside - line + 0.5).clamp(0.0, 1.0);
                let channel = |i: usize| {
                    let mixed =
                        f32::from(edge[i]) + (f32::from(fill[i]) - f32::from(edge[i])) * filled;
                    (mixed as u32 * opacity / 255) << (8 * i)
                };
                let colour = opacity << 24 | channel(0) | channel(1) | channel(2);
                cells.push(Cell { dx, dy, colour });
            }
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look = Look {
        ink: [10, 20, 30],
        paper: [250, 240, 230],
        lie: [200, 80, 0],
        radius: 2.1,
        strength: 1.0,
    };
    const SIDE: usize = 20;

    fn sheet(dots: &[(Form, f32, f32)]) -> Vec<[u8; 4]> {
        let mut sheet = Sheet::default();
        sheet.clear(SIDE, SIDE, LOOK);
        for (form, x, y) in dots {
            sheet.dot(*form, *x, *y);
        }
        sheet.finish().to_vec()
    }

    fn at(pixels: &[[u8; 4]], x: usize, y: usize) -> [u8; 4] {
        pixels[y * SIDE + x]
    }

    #[test]
    fn a_dot_lands_where_it_should_and_nowhere_else() {
        let pixels = sheet(&[(Form::Attack, 8.5, 5.5)]);
        assert_eq!(at(&pixels, 8, 5), [10, 20, 30, 255]);
        for (i, pixel) in pixels.iter().enumerate() {
            let far = ((i % SIDE) as f32 - 8.0).hypot((i / SIDE) as f32 - 5.0);
            assert!(
                if far < 2.3 {
                    pixel[3] > 0
                } else {
                    far < 3.0 || pixel[3] == 0
                },
                "{far} away: {pixel:?}"
            );
        }
    }

    #[test]
    fn a_dot_moves_by_less_than_a_pixel() {
        assert_ne!(
            sheet(&[(Form::Attack, 8.3, 5.5)]),
            sheet(&[(Form::Attack, 8.6, 5.5)])
        );
    }

    #[test]
    fn retreat_is_open_and_lies_are_diamonds_of_their_own_colour() {
        let open = sheet(&[(Form::Retreat, 8.5, 5.5)]);
        assert_eq!(at(&open, 8, 5), [250, 240, 230, 255]);
        assert!(
            at(&open, 10, 5)[0] < 100,
            "no line around it: {:?}",
            at(&open, 10, 5)
        );
        let lie = sheet(&[(Form::LieAttack, 8.5, 5.5)]);
        assert_eq!(at(&lie, 8, 5), [200, 80, 0, 255]);
        assert_eq!(
            (at(&lie, 11, 5)[3], at(&lie, 11, 8)[3]),
            (255, 0),
            "corners to the sides only"
        );
        assert_eq!(
            at(&sheet(&[(Form::LieRetreat, 8.5, 5.5)]), 8, 5),
            [250, 240, 230, 255]
        );
    }

    #[test]
    fn the_later_lies_on_top_and_its_soft_edge_lets_the_earlier_through() {
        let pixels = sheet(&[(Form::Attack, 8.5, 5.5), (Form::LieAttack, 8.5, 5.5)]);
        assert_eq!(at(&pixels, 8, 5), [200, 80, 0, 255]);
        let beside = sheet(&[(Form::Attack, 8.5, 5.5), (Form::Attack, 12.0, 5.5)]);
        assert_eq!(at(&beside, 8, 5), [10, 20, 30, 255]);
    }

    #[test]
    fn what_is_beyond_the_edge_is_cut_off() {
        let pixels = sheet(&[
            (Form::LieAttack, 0.0, 0.0),
            (Form::Attack, 19.9, 19.9),
            (Form::Attack, -50.0, 300.0),
        ]);
        assert_eq!(at(&pixels, 0, 0)[..3], [200, 80, 0]);
        assert_eq!(at(&pixels, 19, 19)[..3], [10, 20, 30]);
        assert_eq!((at(&pixels, 19, 0)[3], at(&pixels, 0, 19)[3]), (0, 0));
    }

    #[test]
    fn thin_dots_add_up_to_density() {
        let mut sheet = Sheet::default();
        sheet.clear(
            SIDE,
            SIDE,
            Look {
                strength: 0.4,
                ..LOOK
            },
        );
        let mut seen = [0, 0, 0].map(|_| {
            sheet.dot(Form::Attack, 8.5, 5.5);
            sheet.pixels[5 * SIDE + 8][3]
        });
        seen.reverse();
        assert!(
            seen[0] > seen[1] && seen[1] > seen[2] && seen[0] < 255,
            "{seen:?}"
        );
    }

    #[test]
    fn colours_laid_over_each_other_never_overflow() {
        for opacity in 0..=255_u32 {
            let upper = opacity * 0x0101_0101;
            assert!(over(upper, u32::MAX) >= u32::MAX - 0x0101_0101, "{opacity}");
        }
        assert_eq!(over(0, 0x8040_2010), 0x8040_2010);
    }
}
