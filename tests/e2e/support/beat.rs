//! Whether the page is alive: a beat that comes late tells how long the page did nothing else.

use std::time::Duration;

use super::App;

/// Where Android calls a frame frozen. For what is begun once and waited for: a file, a page, a repair.
pub const FROZEN: Duration = Duration::from_millis(700);

/// For what a hand does over and over: typing, scrolling, searching.
pub const STUTTER: Duration = Duration::from_millis(300);

/// The longest time for which the page did nothing else, and the time it may.
pub struct Standstill {
    while_: &'static str,
    longest: Duration,
    limit: Duration,
}

impl App {
    /// From now on, until the page is loaded anew.
    pub async fn watches_the_beat(&self) {
        self.run(WATCH_THE_BEAT, &[]).await;
    }

    /// What was done last, such as taking a picture, is not the page's own doing.
    pub async fn beats_anew(&self) {
        self.run(LONGEST_GAP, &[]).await;
    }

    /// How long the page stood still since the last time this was asked.
    pub async fn standstill(&self, while_: &'static str, limit: Duration) -> Standstill {
        let longest = self.run(LONGEST_GAP, &[]).await.as_f64().unwrap();
        let longest = Duration::from_secs_f64(longest / 1000.0);
        Standstill {
            while_,
            longest,
            limit,
        }
    }
}

/// Whatever else the machine does only lengthens a standstill, so the shortest of some tries counts.
const TRIES: usize = 4;

/// Tells a story that measures until no step stands still for its limit or longer.
///
/// # Panics
/// Where a step does in each of the tries.
pub async fn never_stands_still(tell: impl AsyncFn() -> Vec<Standstill>) {
    let mut seen = tell().await;
    for _ in 1..TRIES {
        if seen.iter().all(|one| one.longest < one.limit) {
            break;
        }
        for (shortest, one) in seen.iter_mut().zip(tell().await) {
            shortest.longest = shortest.longest.min(one.longest);
        }
    }
    for one in &seen {
        println!("{}: {:?}", one.while_, one.longest);
    }
    for one in seen {
        assert!(
            one.longest < one.limit,
            "the page stood still for {:?} while {}; {:?} is the limit",
            one.longest,
            one.while_,
            one.limit
        );
    }
}

/// A beat every few milliseconds; whatever keeps the page busy makes it late.
const WATCH_THE_BEAT: &str = "
    let last = performance.now();
    window.__longestGap = 0;
    setInterval(() => {
      const now = performance.now();
      window.__longestGap = Math.max(window.__longestGap, now - last);
      last = now;
    }, 8);";

const LONGEST_GAP: &str = "
    const longest = window.__longestGap;
    window.__longestGap = 0;
    return longest;";
