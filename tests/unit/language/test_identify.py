"""Which texts are refused for their language."""

from __future__ import annotations

import errno
import sys
from typing import Any

import pytest

from onrecord.errors import InputError, MissingDataError
from onrecord.language import identify
from onrecord.language.identify import check_language
from onrecord.reading.document import Document

FRENCH = "Des hommes armés ont tué trois soldats à Maradi lundi, a annoncé la police. L'armée n'a pas voulu en parler. "


# Headings and short texts of other languages: many are of words that English has never seen.
OTHERS = (
    "Des hommes armés ont tué trois soldats à Maradi.",
    "Le président a rencontré les chefs de l'opposition à Paris.",
    "Grève des enseignants à Abidjan pour des salaires impayés",
    "El Gobierno de México rechazó la acusación de la ONU.",
    "Hombres armados mataron a tres policías en Michoacán",
    "La oposición convoca una huelga general en Perú para el lunes.",
    "Die Regierung hat am Montag neue Hilfen angekündigt.",
    "Bewaffnete töten drei Polizisten im Norden von Mali",
    "Der Minister tritt nach Protesten in Berlin zurück.",
    "O presidente do Brasil assinou o decreto na segunda-feira.",
    "Homens armados matam três policiais no Rio de Janeiro",
    "A greve dos professores em Lisboa continua esta semana.",
    "Uomini armati hanno ucciso tre soldati a Maradi.",
    "Il governo italiano respinge le accuse della Commissione",
    "Lo sciopero dei medici a Roma è stato sospeso.",
    "Presiden Indonesia bertemu dengan pemimpin oposisi di Jakarta.",
    "Tiga polisi tewas dalam serangan di Papua",
    "Pemerintah menolak tuntutan para buruh yang mogok.",
    "Cumhurbaşkanı Erdoğan muhalefet liderleriyle Ankara'da görüştü.",
    "Silahlı saldırganlar üç polisi öldürdü",
    "İşçiler İstanbul'da ücretler için greve gitti.",
    "De regering heeft maandag nieuwe sancties aangekondigd.",
    "Drie agenten gedood bij een aanslag in Mali",
    "Regeringen avvisade på måndagen kraven från facket.",
    "Polisen grep tre män efter attacken i Malmö.",
    "Regjeringen sier at soldatene skal trekkes ut av Mali.",
    "Rząd odrzucił w poniedziałek żądania związkowców.",
    "Trzech policjantów zginęło w ataku w Mali",
    "Vláda v pondělí odmítla požadavky odborů.",
    "Guvernul a respins luni cererile sindicatelor.",
    "Hallitus hylkäsi maanantaina ammattiliittojen vaatimukset.",
    "A kormány hétfőn elutasította a szakszervezetek követeléseit.",
    "Chính phủ bác bỏ cáo buộc của Liên Hợp Quốc hôm thứ Hai.",
    "Serikali imekataa madai ya chama cha wafanyakazi siku ya Jumatatu.",
    "Watu wenye silaha wamewaua polisi watatu nchini Kenya",
    "Tinanggihan ng pamahalaan ang hiling ng mga manggagawa.",
    "Gobyerno, tinanggihan ang alegasyon ng UN sa Maynila",
    "Kerajaan menolak tuntutan pekerja pada hari Isnin.",
    "Vlada je u ponedjeljak odbila zahtjeve sindikata.",
    "Prezidan Ayiti a rankontre chèf opozisyon yo nan Pòtoprens.",
    "Manifestation à Dakar contre la hausse des prix",
    "Huelga de maestros en Oaxaca por salarios",
    "Gewerkschaft droht mit Streik",
    "Paro nacional en Colombia",
    "Macron annonce un remaniement du gouvernement",
    "Deux policiers blessés lors d'une manifestation à Lyon",
    "Sánchez anuncia elecciones anticipadas",
    "Asesinan a un periodista en Veracruz",
    "Scholz warnt vor neuem Krieg auf dem Balkan",
    "Tausende protestieren in Wien gegen Kürzungen",
    "Due morti nell'attentato di Kabul",
    "Governo português recusa aumento dos professores",
    "Lula veta projeto sobre terras indígenas",
    "Polisi tangkap tiga mahasiswa di Surabaya",
    "Jokowi resmikan bandara baru di Papua",
    "Türkiye Irak'ın kuzeyine operasyon başlattı",
    "Kabinet besluit tot steun aan Oekraïne",
    "Tusk spotkał się z Macronem w Warszawie",
    "Mwanajeshi auawa mjini Goma",
    "GRÈVE GÉNÉRALE DES FONCTIONNAIRES AU TCHAD",
)
# English of few words, most of them names of other languages.
ENGLISH = (
    "Erdogan meets Mirziyoyev in Samarkand",
    "Macron, Scholz visit Kyiv",
    "Bundestag rejects Merz motion",
    "Hezbollah shells Kiryat Shmona",
    "Ouattara pardons Gbagbo",
    "Petro fires De la Espriella",
    "Cártel de Sinaloa gunmen kill 3 in Culiacán",
    "PSOE, Sumar reach deal in Madrid",
    "Le Pen sues Le Monde",
    "Lula vetoes Marco Temporal bill",
    "Jokowi, Prabowo meet in Yogyakarta",
    "Marcos sacks Bureau of Customs chief",
    "Duterte slams Marcos",
    "Mahathir sues Anwar Ibrahim",
    "Boluarte survives impeachment vote in Lima",
    "Houthis attack Sounion tanker off Hodeidah",
    "Kagame, Tshisekedi trade accusations in Luanda",
    "Al-Shabaab attacks El Baraf base",
    "Abu Sayyaf frees hostages in Jolo",
    "Sánchez condemns Puigdemont",
    "Orbán blocks EU aid to Ukraine",
    "Zapatistas march in San Cristóbal de las Casas",
    "Hutu rebels raid Minembwe",
    "Bolsonaro charged in coup plot",
    "FARC dissidents bomb Cali police station",
    "Comando Vermelho attacks UPP in Complexo do Alemão",
    "Ansarul Islam kills 12 in Djibo",
    "Tuareg rebels seize Tessalit",
    "Ansu Fati's lawyer denies fraud",
    "Milei fires Mondino over Cuba vote",
    "Maduro jails Machado aides",
    "La Paz teachers strike",
    "Die Linke backs Scholz budget",
    "Der Spiegel reporter arrested in Minsk",
    "AfD sues Verfassungsschutz",
    "Sri Lanka's Janatha Vimukthi Peramuna leads protest in Colombo",
    "Al Jazeera's Shireen Abu Akleh killed in Jenin",
    "Rodrigo Duterte arrested at Ninoy Aquino airport",
    "Bharatiya Janata Party, Shiv Sena split in Maharashtra",
    "Pakistan Tehreek-e-Insaf workers held in Rawalpindi",
    "Nuevo León governor Samuel García resigns",
    "Côte d'Ivoire opposition leader Guillaume Soro exiled",
    "Mato Grosso do Sul farmers block BR-163",
    "Inter-Services Public Relations denies Tirah raid",
    "Minas Gerais dam owner Vale fined",
    "Sendero Luminoso attacks VRAEM patrol",
    "Guardia Civil arrests 14 in Málaga",
    "Front national candidate wins Hénin-Beaumont",
    "Ejército de Liberación Nacional kidnaps soldiers in Arauca",
    "Parti Québécois opposes Bill 21 changes",
    "Tinubu names Egbetokun police chief",
    "Zelenskyy, Duda meet in Rzeszów",
    "Podemos quits Sánchez cabinet",
    "Junts, Esquerra Republicana vote down budget",
    "Sandiganbayan convicts Napoles",
    "Khan Younis hospital raided",
    "Gbagbo returns to Abidjan",
    "De la Rúa resigns",
    "El Mencho's son extradited from Guadalajara",
    "Ministère public charges Sonko",
    "Bobi Wine held at Entebbe",
    "Karachi Bar Association strikes",
    "Sinn Féin, Fianna Fáil trade barbs over housing",
    "Plaid Cymru backs Senedd reform",
    "Die Welt journalist freed in Ankara",
    "Mouvement du 23 Mars rebels take Bunagana",
    "Junta de Andalucía sues Madrid",
    "Jamaat-e-Islami, Awami League clash in Chattogram",
    "Kurdistan Workers' Party declares ceasefire",
    "Tren de Aragua gang leader arrested in Barranquilla",
)


@pytest.mark.parametrize("text", OTHERS)
def test_a_heading_in_another_language_is_refused(text: str) -> None:
    assert isinstance(check_language(Document(id="a", text=text)), InputError)


@pytest.mark.parametrize("text", ENGLISH)
def test_an_english_heading_of_foreign_names_is_read(text: str) -> None:
    assert isinstance(check_language(Document(id="a", text=text)), Document)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        (FRENCH * 2, True),
        (
            "قتل مسلحون ثلاثة جنود في مرادي يوم الاثنين، حسبما ذكرت الشرطة.",
            True,
        ),  # a sentence in another script will do
        ("Nigerian doctors went on strike over unpaid wages, and much of it is like Pidgin. " * 3, False),
        (
            "The spokesman of حركة حماس (Hamas) said fighters of كتائب القسام had attacked a post near the town. " * 2,
            False,
        ),
        ("Mirziyoyev, Tokayev: Toshkent", False),  # too short to tell
        ("قتل", False),
        (f"<div lang='en' class='article body text for the reader'><p>{FRENCH[:200]}</p></div>", True),
    ],
)
def test_what_is_not_english_is_refused(text: str, *, refused: bool) -> None:
    assert isinstance(check_language(Document(id="a", text=text)), InputError) == refused


@pytest.mark.parametrize(
    "text", ["Rebels shelled Homs.", "The minister resigned on Tuesday, the president's office said."]
)
def test_a_short_text_does_not_wait_for_the_model(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identify, "_identifier", None)
    check_language(Document(id="a", text=text))


def test_a_full_folder_for_temporary_files_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    __import__("py3langid.langid")
    monkeypatch.setattr(sys.modules["py3langid.langid"].LanguageIdentifier, "from_model_file", full)
    identify._identifier.cache_clear()
    with pytest.raises(MissingDataError, match="no space left on device where temporary files are written"):
        check_language(Document(id="a", text=FRENCH * 2))
