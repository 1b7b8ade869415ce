//! Pictures of the window, kept in `artifacts/screens/`.

use std::fs;

use fantoccini::error::CmdError;
use promodesk_tests::root;

use super::App;

impl App {
    /// Takes a picture under a name such as `products-empty-dark-en-1024`.
    pub async fn picture(&self, name: &str) {
        let path = self.take_picture(name).await;
        assert!(root().join(&path).is_file(), "{path}");
    }

    /// Looks until two pictures in a row are the same: what is drawn lags behind what is said.
    async fn still_picture(&self) -> Result<Vec<u8>, CmdError> {
        let _ = self.client.execute_async(SETTLED, vec![]).await;
        let mut last = self.client.screenshot().await?;
        for _ in 0..5 {
            let _ = self.client.execute_async(SETTLED, vec![]).await;
            let next = self.client.screenshot().await?;
            if next == last {
                break;
            }
            last = next;
        }
        Ok(last)
    }

    /// Takes the picture and answers its path below the root.
    pub(super) async fn take_picture(&self, name: &str) -> String {
        let folder = "artifacts/screens";
        let path = format!("{folder}/{name}.png");
        match self.still_picture().await {
            Ok(png) => {
                fs::create_dir_all(root().join(folder)).unwrap();
                fs::write(root().join(&path), png).unwrap();
                path
            }
            Err(error) => format!("no picture: {error}"),
        }
    }
}

/// A picture can precede the first frame and cut a transition in two.
const SETTLED: &str = "
    const done = arguments[0];
    const frames = (left) => left === 0 ? done(null) : requestAnimationFrame(() => frames(left - 1));
    const moving = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity);
    Promise.race([
      Promise.allSettled([document.fonts.ready, ...moving.map((one) => one.finished)]),
      new Promise((late) => setTimeout(late, 1500)),
    ]).then(() => frames(4));";
