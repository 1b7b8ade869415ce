//! Whether the page is alive: a beat that comes late tells how long the page did nothing else.

use std::time::Duration;

use super::App;

/// A page that does nothing for so long breaks the flow of whoever works with it.
pub const FROZEN: Duration = Duration::from_secs(1);

/// The longest time for which the page did nothing else.
pub struct Standstill {
    pub while_: &'static str,
    pub longest: Duration,
}

impl App {
    /// From now on, until the page is loaded anew.
    pub async fn watches_the_beat(&self) {
        self.run(WATCH_THE_BEAT, &[]).await;
    }

    /// How long the page stood still since the last time this was asked.
    pub async fn standstill(&self, while_: &'static str) -> Standstill {
        let longest = self.run(LONGEST_GAP, &[]).await.as_f64().unwrap();
        let longest = Duration::from_secs_f64(longest / 1000.0);
        Standstill { while_, longest }
    }
}

/// Whatever else the machine does only lengthens a standstill, so the shortest of some tries counts.
const TRIES: usize = 4;

/// Tells a story that measures until no step stands still for `limit` or longer.
///
/// # Panics
/// Where a step does in each of the tries.
pub async fn never_stands_still(limit: Duration, tell: impl AsyncFn() -> Vec<Standstill>) {
    let mut seen = tell().await;
    for _ in 1..TRIES {
        if seen.iter().all(|one| one.longest < limit) {
            break;
        }
        for (shortest, one) in seen.iter_mut().zip(tell().await) {
            shortest.longest = shortest.longest.min(one.longest);
        }
    }
    for Standstill { while_, longest } in &seen {
        println!("{while_}: {longest:?}");
    }
    for Standstill { while_, longest } in seen {
        assert!(
            longest < limit,
            "the page stood still for {longest:?} while {while_}"
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
