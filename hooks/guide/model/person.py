"""Who is drawn: skin, hair, clothes and build. Bones are the same for all, so that one pose fits everybody."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.model.entry import Entry, Id, Name

Girth = Annotated[float, Field(ge=0.8, le=1.4)]

Skin = Literal["light", "tan", "brown", "dark"]
Hair = Literal["short", "ponytail", "bun", "curls", "bald"]
HairColour = Literal["black", "brown", "blond", "red", "grey"]
Clothes = Literal["blue", "green", "purple", "grey"]


class Build(Entry):
    """How wide a body is, against the usual: 1.1 is a tenth wider and deeper. Bones keep their lengths."""

    shoulders: Girth = 1.0
    """Width of the shoulders."""
    chest: Girth = 1.0
    """Chest and upper back."""
    waist: Girth = 1.0
    """Waist and belly."""
    hips: Girth = 1.0
    """Hips and buttocks."""
    arms: Girth = 1.0
    """Arms."""
    legs: Girth = 1.0
    """Thighs and lower legs."""


class Person(Entry):
    """Somebody who is drawn, in every picture of an exercise the same."""

    id: Id
    """Its name in the data."""
    name: Name
    """What is seen, in a few words and without a personal name: woman with a ponytail."""
    skin: Skin
    """The tone of the skin."""
    hair: Hair
    """How the hair is worn."""
    hair_colour: HairColour = "brown"
    """The colour of hair and beard."""
    beard: bool = False
    """Whether there is one."""
    clothes: Clothes = "blue"
    """The colour of top and shorts."""
    build: Build = Build()
    """How wide the body is."""


PLAIN_PERSON = Person(id="plain", name="Somebody", skin="light", hair="ponytail")
"""Who is drawn where nobody is described."""
