"""Which place a name means: the whole pipeline with the gazetteer that ships."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.document import Document


def _places(text: str) -> dict[str, tuple[str | None, str | None]]:
    found = read(text, know()).places
    return {mention.text: (place.country, place.feature) for place in found for mention in place.mentions}


@pytest.mark.parametrize(
    ("text", "name", "country", "feature", "why"),
    [
        ("His outrages in the West Bank and Gaza, India and Pakistan said, must end.", "Gaza", "PSE", "PPL",
         "what it is listed with"),
        (("They flew to London, Chicago and Vienna before the talks in Washington, where the United States and U.S. "
         "officials met the U.S. president."), "Vienna", "AUT", "PPLC", "a capital is not drawn to its list"),
        ("The Louisiana city of New Orleans was badly flooded.", "Louisiana", "USA", "ADM1", "the city is the other"),
        ("Norwegian staff in Goma and aid workers in Gaza fled.", "Gaza", "PSE", "PPL", "no small unit of that name"),
        ("Rebels retook Goma on Friday.", "Goma", "COD", "PPL", "what is retaken is no person"),
        ("The senator from Tarija won the vote in Bolivia.", "Tarija", "BOL", "PPL", "where somebody is from"),
        ("The lawmaker from Moyale and the lawmaker from Garissa met in Kenya.", "Moyale", "KEN", "PPL", "each"),
        ("KADUNA, Nigeria (AP) - Gunmen raided a village, Kaduna state police said.", "KADUNA", "NGA", "PPL",
         "the town where it was written"),
        ("KADUNA, Nigeria (AP) - Gunmen raided a village, Kaduna state police said.", "Kaduna", "NGA", "ADM1",
         "... and the state of that name"),
        ("LA PAZ (Reuters) - Evo Morales flew to Mexico, and Mexico took him in.", "LA PAZ", "BOL", "PPL",
         "the land of whom it tells"),
        ("They met at the palace in Geneva.", "Geneva", "CHE", "PPL", "a city with an English name, not its canton"),
        ("Ships left Ascension Island.", "Ascension Island", "SHN", "ADM1", "an island is no district elsewhere"),
        ("Troops patrolled Banja Luka and Tuzla.", "Tuzla", "BIH", "PPL", "... nor what is named beside it"),
    ],
)  # fmt: skip
def test_which_one_it_is(text: str, name: str, country: str, feature: str, why: str) -> None:
    assert _places(text)[name] == (country, feature), why


def test_the_title_says_of_which_country() -> None:
    """La Paz is Bolivia's where nothing says otherwise."""
    report = Document(id="a", title="Honduran workers strike", text="Workers in La Paz went on strike.")
    assert [place.country for place in read(report, know()).places] == ["HND"]


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("Al-Zaman : Soldiers killed a preacher in Baghdad.", "Al", "half of a name behind an article"),
        ("He spoke at 3:29 p.m. EST in Boston.", "EST", "a time zone"),
        ("The frigate Bremen and a destroyer met off Kiel.", "Bremen", "a ship"),
        ("Mark Tedeschi, QC, told the court so.", "QC", "a barrister's title"),
        ("Soldiers took Ali hostage.", "Ali", "whom one takes hostage"),
        ("Troops raided Hassan.", "Hassan", "a given name"),
        ("U.N. envoys left for Chad.", "U.N.", "a body, whatever the network calls it"),
        ("The Bar Association agreed.", "Bar", "lawyers"),
        ("Climate change on Earth is real.", "Earth", "the planet"),
        ("The Supreme Council for the Islamic Revolution said so.", "Supreme", "a word of a body's name"),
        ("The destroyer Hamburg shelled the coast of Yemen.", "Hamburg", "a ship has the name"),
    ],
)
def test_what_is_no_place(text: str, name: str, why: str) -> None:
    assert name not in _places(text), why


def test_a_small_place_by_another_name_needs_its_country() -> None:
    """Nothing in the report speaks of Bulgaria, where Bansko is called so too."""
    assert _places("Gunmen attacked a house in Banjska, Kosovo's police said.")["Banjska"] == (None, None)


def test_a_town_is_no_island() -> None:
    """The gazetteer has towns called San Nicolas, none of them that island."""
    assert _places("A missile rose from San Nicolas Island.")["San Nicolas Island"] == (None, None)


def test_where_a_report_was_written_speaks_not() -> None:
    """However the parser hangs it on who does."""
    (ankara, *_) = read("ANKARA/LIMA - Chad said it was ready.", know()).places
    assert [mention.use for mention in ankara.mentions] == ["literal"]


def test_a_village_that_the_gazetteer_lacks_is_not_its_namesake_in_another_state() -> None:
    """It knows Fairviews, but none in West Virginia."""
    assert _places("FAIRVIEW, W.Va. - The coal was piled high.")["FAIRVIEW"] == (None, None)


def test_a_city_outshines_hamlets_of_its_name_near_by() -> None:
    """Ica has a Puno too, of 600 people."""
    text = "Police killed two in Juliaca and one in Puno, Peru; roads to Ayacucho and Ica were blocked."
    (puno,) = [place for place in read(text, know()).places if place.name == "Puno"]
    assert puno.admin1 == "Puno"
