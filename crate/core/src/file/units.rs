//! Numbers of files as text: tenths, written as short as can be.

/// So many tenths.
pub(super) fn tenths(value: i32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let (whole, part) = (value.unsigned_abs() / 10, value.unsigned_abs() % 10);
    if part == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{part}")
    }
}

/// So many tenths of something that is drawn so many hundredths of its size, in tenths.
pub(super) const fn scaled(tenths: i32, percent: i32) -> i32 {
    let product = tenths * percent;
    // To the nearest, away from zero.
    (product + 50 * product.signum()) / 100
}

#[cfg(test)]
mod tests {
    use super::{scaled, tenths};

    #[test]
    fn a_negative_part_keeps_its_sign() {
        assert_eq!(
            [-5, 0, 5, 10, -12].map(tenths),
            ["-0.5", "0", "0.5", "1", "-1.2"]
        );
    }

    #[test]
    fn what_is_scaled_is_rounded_to_the_nearest() {
        assert_eq!(
            (scaled(15, 50), scaled(-15, 50), scaled(14, 50)),
            (8, -8, 7)
        );
    }
}
