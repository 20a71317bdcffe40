"""What only a browser knows of a page: how wide it is, how its text stands out, what the keyboard is on."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

LARGE, LARGE_BOLD = 24.0, 18.66
"""Sizes in pixels from which text counts as large (WCAG 2.2, contrast minimum)."""

_SPILLING = """() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const sticksOut = each => each.getBoundingClientRect().right > page.clientWidth + 0.5;
  return [...document.querySelectorAll("body *")]
    .filter(each => !each.closest(".md-sidebar") && sticksOut(each) && ![...each.children].some(sticksOut))
    .map(each => `${each.tagName} ${each.getAttribute("class")} ${each.textContent.trim().slice(0, 40)}`)
    .concat(`page ${page.scrollWidth} > ${page.clientWidth}`);
}"""

# The canvas turns whatever notation a colour is computed in, such as color-mix, into red, green, blue and alpha.
_TEXTS = """selector => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext("2d", {willReadFrequently: true});
  const paint = layers => {
    brush.clearRect(0, 0, 1, 1);
    for (const layer of ["#fff", ...layers]) { brush.fillStyle = layer; brush.fillRect(0, 0, 1, 1); }
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const ancestors = each => each ? [...ancestors(each.parentElement), each] : [];
  const written = each => [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  return [...document.querySelectorAll(`${selector}, ${selector} *`)]
    .filter(each => written(each) && each.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .map(each => [each, getComputedStyle(each), ancestors(each).map(above => getComputedStyle(above))])
    .filter(([each, style, above]) => above.every(one => one.backgroundImage === "none"))
    .map(([each, style, above]) => {
      const ground = above.map(one => one.backgroundColor);
      return {
        words: each.textContent.trim().slice(0, 40),
        ink: paint([...ground, style.color]),
        paper: paint(ground),
        size: parseFloat(style.fontSize),
        bold: Number(style.fontWeight) >= 700,
      };
    });
}"""

_FOCUS = """() => {
  const found = document.activeElement;
  const labels = found.matches("input[type=radio]") ? [...found.form.querySelectorAll("label")] : [];
  const shown = labels.find(each => each.checkVisibility()) || found;
  const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
  return {
    words: found.textContent.trim() || found.getAttribute("aria-label") || found.title,
    href: found.getAttribute("href") || "",
    in_content: found.closest(".md-content") !== null,
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    area: box.width * box.height,
  };
}"""


@dataclass(frozen=True)
class Text:
    """A piece of text as it is painted; colours are red, green and blue, 0 to 255."""

    words: str
    ink: tuple[int, int, int]
    paper: tuple[int, int, int]
    size: float
    """Height in pixels."""
    bold: bool

    @property
    def contrast(self) -> float:
        """From 1 to 21, as WCAG 2.2 defines it."""
        darker, lighter = sorted((luminance(self.ink), luminance(self.paper)))
        return (lighter + 0.05) / (darker + 0.05)

    @property
    def is_legible(self) -> bool:
        """As WCAG 2.2 asks at level AA."""
        large = self.size >= (LARGE_BOLD if self.bold else LARGE)
        return self.contrast >= (3 if large else 4.5)


@dataclass(frozen=True)
class Focus:
    """What the keyboard is on."""

    words: str
    href: str
    """Where it leads, as written; empty where it is no link."""
    in_content: bool
    outline: float
    """Width in pixels of the line around it, or around the label that stands for it."""
    area: float
    """Square pixels that it takes up."""


def spilling(page: Page) -> list[str]:
    """What sticks out to the right of the window; empty where the page does not scroll sideways."""
    found: list[str] = page.evaluate(_SPILLING)
    return found


def texts(page: Page, selector: str) -> list[Text]:
    """Visible text in what the selector names, but not what stands on a picture or a gradient."""
    return [
        Text(**{**each, "ink": tuple(each["ink"]), "paper": tuple(each["paper"])})
        for each in page.evaluate(_TEXTS, selector)
    ]


def darkens(page: Page, picture: Locator) -> bool:
    """Whether the page's own switch to dark mode changes a picture that is a file of its own."""
    picture.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete && image.naturalWidth", arg=picture.element_handle())
    light = picture.screenshot()
    page.get_by_title("Switch to dark mode").locator("visible=true").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    return picture.screenshot() != light


def focus(page: Page) -> Focus:
    return Focus(**page.evaluate(_FOCUS))


def luminance(colour: tuple[int, int, int]) -> float:
    """From 0, black, to 1, white; the formula is WCAG's relative luminance."""
    parts = [each / 255 for each in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
