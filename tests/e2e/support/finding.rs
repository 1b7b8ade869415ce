//! Finds what a seller sees: by role and name, by label, by text.

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use serde_json::Value;

use super::{App, Patience};

/// What to look for in the page.
#[derive(Clone, Copy, Debug)]
pub enum Target<'a> {
    /// Something to press: a button, link, tab, menu item, option, box.
    Press(&'a str),
    /// A field, by its label or placeholder.
    Field(&'a str),
    /// Any element that says this, among others perhaps.
    Text(&'a str),
    /// The element with this `data-testid`.
    Id(&'a str),
    /// The first visible match of a CSS selector, for what has a place and no name.
    Place(&'a str),
}

impl Target<'_> {
    fn words(self) -> [Value; 2] {
        match self {
            Self::Press(name) => ["press".into(), name.into()],
            Self::Field(name) => ["field".into(), name.into()],
            Self::Text(text) => ["text".into(), text.into()],
            Self::Id(id) => ["id".into(), id.into()],
            Self::Place(selector) => ["place".into(), selector.into()],
        }
    }
}

impl App {
    /// The first visible match, waited for.
    pub async fn find(&self, target: Target<'_>) -> Element {
        let mut patience = Patience::new();
        loop {
            if let Some(element) = self.find_now(target).await {
                return element;
            }
            if patience.is_over(self).await {
                self.fail(&format!("there is no {target:?} to be seen"))
                    .await;
            }
        }
    }

    /// Whether a match is visible at this moment.
    pub async fn has(&self, target: Target<'_>) -> bool {
        self.find_now(target).await.is_some()
    }

    async fn find_now(&self, target: Target<'_>) -> Option<Element> {
        let found = self.run(FIND, &target.words()).await;
        let id = found.as_object()?.values().next()?.as_str()?.to_owned();
        Some(Element::from_element_id(self.client.clone(), id.into()))
    }

    /// Does something with a match, again and again while the page moves it, covers it or draws
    /// it anew.
    pub async fn act(
        &self,
        target: Target<'_>,
        act: impl AsyncFn(Element) -> Result<(), CmdError>,
    ) {
        let mut patience = Patience::new();
        loop {
            let element = self.find(target).await;
            let Err(error) = self.act_once(&element, &act).await else {
                return;
            };
            // What lies under a bar that stays in view: a seller would scroll it out.
            let place = serde_json::to_value(&element).unwrap();
            let _ = self.client.execute(CENTRE, vec![place]).await;
            if patience.is_over(self).await {
                self.fail(&format!("{target:?} does not let itself be used: {error}"))
                    .await;
            }
        }
    }

    /// Acts once the element stands still; one that the page has drawn anew meanwhile is an error.
    async fn act_once(
        &self,
        element: &Element,
        act: &impl AsyncFn(Element) -> Result<(), CmdError>,
    ) -> Result<(), CmdError> {
        let itself = serde_json::to_value(element)?;
        self.client
            .execute_async(STANDS_STILL, vec![itself])
            .await?;
        act(element.clone()).await
    }
}

const CENTRE: &str = "arguments[0].scrollIntoView({ block: 'center' })";

/// A panel that slides in takes its buttons along, and a press would miss them.
const STANDS_STILL: &str = "
    const [element, done] = arguments;
    const place = () => { const { x, y } = element.getBoundingClientRect(); return `${x} ${y}`; };
    const look = (before, still, left) => setTimeout(() => requestAnimationFrame(() => {
      const now = place();
      if (still === 2 || left === 0) done(null);
      else look(now, now === before ? still + 1 : 0, left - 1);
    }), 10);
    look(place(), 0, 60);";

/// Names are compared without white space, for the component library spaces two Chinese
/// characters apart. Of several matches the innermost, and of those the topmost layer, wins.
const FIND: &str = r#"
    const [kind, wanted] = arguments;
    const plain = (text) => (text ?? '').replace(/\s+/g, '');
    const seen = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      && node.getClientRects().length > 0;
    const byIds = (ids) => (ids ?? '').split(/\s+/).filter(Boolean)
      .map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const nameOf = (node) => node.getAttribute('aria-label') || byIds(node.getAttribute('aria-labelledby'))
      || node.innerText || node.textContent || node.getAttribute('title');
    const labelOf = (node) => [...(node.labels ?? [])].map((label) => label.innerText).join(' ')
      || node.getAttribute('aria-label') || byIds(node.getAttribute('aria-labelledby'))
      || node.getAttribute('placeholder');
    const all = (selector) => [...document.querySelectorAll(selector)];
    const topmost = (nodes) => {
      const layer = '.ant-modal-wrap, .ant-drawer, .ant-dropdown, .ant-popover, .ant-select-dropdown, .ant-picker-dropdown, [role=dialog]';
      const above = nodes.filter((node) => node.closest(layer));
      return (above.length > 0 ? above.at(-1) : nodes[0]) ?? null;
    };
    const exactFirst = (nodes, name) => {
      const exact = nodes.filter((node) => plain(name(node)) === plain(wanted));
      return topmost(exact.length > 0 ? exact : nodes.filter((node) => plain(name(node)).includes(plain(wanted))));
    };
    if (kind === 'id') return all(`[data-testid="${CSS.escape(wanted)}"]`).find(seen) ?? null;
    if (kind === 'place') return all(wanted).find(seen) ?? null;
    if (kind === 'field') {
      const fields = all('input, textarea, select, [role=combobox], [role=spinbutton], [contenteditable=true]');
      return exactFirst(fields.filter((node) => node.type === 'file' || seen(node) || seen(node.parentElement)), labelOf);
    }
    if (kind === 'press') {
      const pressable = 'button, a[href], summary, label, [role=button], [role=link], [role=tab], [role=menuitem],'
        + ' [role=menuitemradio], [role=option], [role=radio], [role=checkbox], [role=switch], .ant-select-item-option';
      return exactFirst(all(pressable).filter(seen), nameOf);
    }
    const holders = all('body *').filter((node) => seen(node) && plain(node.innerText ?? node.textContent).includes(plain(wanted)));
    return holders.at(-1) ?? null;"#;
