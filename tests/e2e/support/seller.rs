//! What a seller does and sees, in her words.

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use serde_json::json;

use super::finding::Target;
use super::{App, Patience};

/// A language of the page.
#[derive(Clone, Copy, Debug)]
pub enum Language {
    English,
    Chinese,
}

/// A look of the page.
#[derive(Clone, Copy, Debug)]
pub enum Theme {
    Light,
    Dark,
}

impl App {
    /// Presses what bears this name: a button, link, tab, menu item, option or box.
    pub async fn click(&self, name: &str) {
        self.act(Target::Press(name), press).await;
    }

    /// Presses the element with this `data-testid`.
    pub async fn click_id(&self, id: &str) {
        self.act(Target::Id(id), press).await;
    }

    /// Replaces what stands in the field with this label.
    pub async fn fill(&self, label: &str, text: &str) {
        self.fill_in(Target::Field(label), text).await;
    }

    /// Replaces what stands in a field that is found by its place.
    pub async fn fill_at(&self, selector: &str, text: &str) {
        self.fill_in(Target::Place(selector), text).await;
    }

    async fn fill_in(&self, target: Target<'_>, text: &str) {
        let keys = if text.is_empty() {
            Key::Delete.to_string()
        } else {
            text.to_owned()
        };
        self.act(target, async |field| {
            field.click().await?;
            self.run("document.activeElement.select?.()", &[]).await;
            field.send_keys(&keys).await
        })
        .await;
    }

    /// Types both ends of a window of the campaign form, on the shop's clock.
    pub async fn fills_window(&self, window: &str, start: &str, end: &str) {
        self.fills_period(&format!("campaign-{window}"), start, end)
            .await;
    }

    /// Types both ends of the period with this `data-testid`, on the shop's clock.
    pub async fn fills_period(&self, id: &str, start: &str, end: &str) {
        for (place, moment) in [("first", start), ("last", end)] {
            let picker = format!("[data-testid={id}] .ant-picker:{place}-of-type");
            self.fill_at(&format!("{picker} input"), moment).await;
            self.press(&Key::Tab).await;
        }
    }

    /// Types the moment with this `data-testid`, on the shop's clock.
    pub async fn fills_moment(&self, id: &str, moment: &str) {
        self.fill_at(&format!("[data-testid={id}] input"), moment)
            .await;
        self.press(&Key::Tab).await;
    }

    /// Presses what stands at this place.
    pub async fn click_at(&self, selector: &str) {
        self.act(Target::Place(selector), press).await;
    }

    /// Presses a cell of a price grid and pastes text there, as from a spreadsheet. The grid listens
    /// once it has drawn which cell is chosen.
    pub async fn pastes_at(&self, selector: &str, text: &str) {
        self.click_at(selector).await;
        self.until("the grid listens", LISTENS).await;
        self.run(PASTE, &[json!(text)]).await;
    }

    /// Types over the chosen cell of a price grid, at once: the first key makes it a field, and
    /// those that come before it is there are not lost.
    pub async fn types_over(&self, text: &str) {
        self.press(text).await;
        let typed = format!("return document.activeElement?.value === {text:?}");
        self.until("the field holds what was typed", &typed).await;
    }

    /// Opens the list with this label and takes an entry.
    pub async fn choose(&self, label: &str, entry: &str) {
        self.act(Target::Field(label), async |element| element.click().await)
            .await;
        self.click(entry).await;
    }

    /// Presses keys where the focus is, such as `Key::Enter`.
    pub async fn press(&self, keys: &str) {
        self.client
            .active_element()
            .await
            .unwrap()
            .send_keys(keys)
            .await
            .unwrap();
    }

    /// Waits until these words can be seen.
    pub async fn sees(&self, words: &str) {
        self.find(Target::Text(words)).await;
    }

    /// Waits until the element with this `data-testid` says these words.
    pub async fn shows(&self, id: &str, words: &str) {
        let mut patience = Patience::new();
        loop {
            self.find(Target::Id(id)).await;
            // Not WebDriver's own text: WebKit leaves out what an ellipsis may cut off.
            let said = self.run(INNER_TEXT, &[json!(id)]).await;
            if said.as_str().is_some_and(|said| said.contains(words)) {
                return;
            }
            if patience.is_over(self).await {
                self.fail(&format!("{id} says {said:?} and not {words:?}"))
                    .await;
            }
        }
    }

    /// Waits until something stands at this place.
    pub async fn find_at(&self, selector: &str) {
        self.find(Target::Place(selector)).await;
    }

    /// Waits until nothing stands at this place.
    pub async fn gone_at(&self, selector: &str) {
        let script = format!(
            "return [...document.querySelectorAll({selector:?})].every((one) => !one.checkVisibility())"
        );
        self.until(&format!("{selector} is gone"), &script).await;
    }

    /// Waits until what stands at this place says these words.
    pub async fn until_at(&self, selector: &str, words: &str) {
        let script = format!(
            "return document.querySelector({selector:?})?.innerText.includes({words:?}) ?? false"
        );
        self.until(&format!("{selector} says {words}"), &script)
            .await;
    }

    /// Waits until these words are gone.
    pub async fn no_longer_sees(&self, words: &str) {
        let mut patience = Patience::new();
        while self.has(Target::Text(words)).await {
            if patience.is_over(self).await {
                self.fail(&format!("{words:?} does not go away")).await;
            }
        }
    }

    /// Goes to a page by its address, such as `/campaigns`.
    pub async fn goes_to(&self, place: &str) {
        self.run("location.hash = arguments[0]", &[json!(place)])
            .await;
    }

    /// Gives the page this many pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.unwrap();
        self.until(
            "the window has its size",
            &format!("return Math.abs(innerWidth - {width}) <= 2"),
        )
        .await;
    }

    /// Switches the language in the header.
    pub async fn speaks(&self, language: Language) {
        self.click_id("language").await;
        let (name, tag) = match language {
            Language::English => ("English", "en"),
            Language::Chinese => ("简体中文", "zh-CN"),
        };
        self.act(Target::Press(name), async |element| element.click().await)
            .await;
        let script = format!("return document.documentElement.lang === '{tag}'");
        self.until("the page speaks another language", &script)
            .await;
    }

    /// Switches the look in the header.
    pub async fn wears(&self, theme: Theme) {
        let chinese = self.run("return document.documentElement.lang", &[]).await == "zh-CN";
        let name = match (theme, chinese) {
            (Theme::Light, false) => "Light",
            (Theme::Light, true) => "浅色",
            (Theme::Dark, false) => "Dark",
            (Theme::Dark, true) => "深色",
        };
        self.click_id("theme").await;
        self.click(name).await;
        self.no_longer_sees_menu().await;
    }

    /// Waits until every menu of the header has folded away.
    async fn no_longer_sees_menu(&self) {
        self.until(
            "the menu is closed",
            "return document.querySelector('.ant-dropdown:not(.ant-dropdown-hidden)') === null",
        )
        .await;
    }
}

/// Presses what can be pressed; the driver would press a disabled button without a word.
async fn press(element: Element) -> Result<(), CmdError> {
    if !element.is_enabled().await? {
        let why = "it is disabled".to_owned();
        return Err(CmdError::InvalidArgument("element".to_owned(), why));
    }
    element.click().await
}

const LISTENS: &str = "return document.querySelector('revogr-clipboard.hydrated') !== null";

const PASTE: &str = "
    // WebKit lets no script put words into a clipboard event, so it is told what was copied.
    const text = arguments[0];
    const paste = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(paste, 'clipboardData',
      { value: { types: ['text/plain'], getData: (type) => type === 'text/html' ? '' : text } });
    (document.activeElement ?? document).dispatchEvent(paste);";

const INNER_TEXT: &str = "return document.querySelector(`[data-testid=\"${CSS.escape(arguments[0])}\"]`)?.innerText ?? ''";
