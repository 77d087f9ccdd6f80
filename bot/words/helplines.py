"""Help lines by country, each with the day it was checked and where its number was read.

A country is here only when a source confirms its number; everybody else gets the local emergency number and
findahelpline.com. Look through the table once a year: a dead number is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

EVERYWHERE = "https://findahelpline.com"


@dataclass(frozen=True, slots=True)
class HelpLine:
    country: str  # ISO 3166-1, two letters
    name: str  # as the line calls itself
    number: str  # as people dial it there
    url: str  # its own page; empty where no source confirmed one
    checked: date
    source: str  # the page on which the number was read


_CHECKED = date(2026, 11, 22)
_TABLE = (
    (
        "US",
        "988 Suicide & Crisis Lifeline",
        "988",
        "https://988lifeline.org",
        "https://health.wyo.gov/publichealth/prevention/wivpp/suicide-prevention/988-suicide-crisis-lifeline",
    ),
    ("CA", "9-8-8: Suicide Crisis Helpline", "988", "https://988.ca", "https://cmhasaskatoon.ca/9-8-8/"),
    (
        "GB",
        "Samaritans",
        "116 123",
        "https://www.samaritans.org",
        "https://www.samaritans.org/how-we-can-help/contact-samaritan/",
    ),
    (
        "IE",
        "Samaritans",
        "116 123",
        "https://www.samaritans.org",
        "https://www.irishexaminer.com/breakingnews/ireland/samaritans-answer-29m-calls-since-2014"
        "-charity-to-play-crucial-role-in-new-mental-help-phone-service-914684.html",
    ),
    (
        "AU",
        "Lifeline",
        "13 11 14",
        "https://www.lifeline.org.au",
        "https://lifelineh2h.org.au/get-help/telephone-crisis-support/faqs/",
    ),
    (
        "NZ",
        "1737 Need to talk?",
        "1737",
        "https://1737.org.nz",
        "https://www.pegasus.health.nz/?p=6300",
    ),
    (
        "DE",
        "TelefonSeelsorge",
        "0800 1110111",
        "https://www.telefonseelsorge.de",
        "https://www.domradio.de/artikel/telefonseelsorge-jetzt-unter-oekumenischem-dachverband",
    ),
    (
        "AT",
        "TelefonSeelsorge",
        "142",
        "https://www.onlineberatung-telefonseelsorge.at",
        "https://www.katholisch.at/telefonseelsorge",
    ),
    ("CH", "Die Dargebotene Hand", "143", "https://www.143.ch", "https://www.143.ch/unsere-geschichte/"),
    (
        "FR",
        "3114, prévention du suicide",
        "3114",
        "https://3114.fr",
        "https://3114.fr/que-se-passe-t-il-quand-je-contacte-le-3114/",
    ),
    (
        "BE",
        "Centre de Prévention du Suicide (français)",
        "0800 32 123",
        "https://www.preventionsuicide.be",
        "https://www.preventionsuicide.be/actualites/le-centre-de-prevention-du-suicide"
        "-publie-son-rapport-dactivites-2022",
    ),
    (
        "BE",
        "Zelfmoordlijn (Nederlands)",
        "1813",
        "https://www.zelfmoord1813.be",
        "https://zelfmoord1813.be/blog/chat-zelfmoordlijn-langer-geopend",
    ),
    ("NL", "113 Zelfmoordpreventie", "113", "https://www.113.nl", "https://www.113.nl/schoolopdracht"),
    (
        "ES",
        "Línea 024",
        "024",
        "",
        "https://www.farodevigo.es/galicia/2025/10/11/medio-millar-gallegos-mes-024-linea-suicidio-122499662.html",
    ),
    (
        "IT",
        "Telefono Amico Italia",
        "02 2327 2327",
        "https://www.telefonoamico.it",
        "https://alleyoop.ilsole24ore.com/2025/10/10/"
        "salute-mentale-300-richieste-di-aiuto-al-giorno-per-telefono-amico-italia/",
    ),
    (
        "SE",
        "Mind Självmordslinjen",
        "90101",
        "https://mind.se",
        "http://www.kronprinsessparetsstiftelse.se/projekt/sjalvmordsupplysningen.html",
    ),
    (
        "NO",
        "Mental Helse",
        "116 123",
        "https://www.sidetmedord.no",
        "https://www.nrk.no/osloogviken/over-100-barn-under-ni-ar-har-tatt-kontakt-_-hjelpetelefoner-slar-alarm"
        "-1.15736352",
    ),
    (
        "PL",
        "Centrum Wsparcia",
        "800 70 2222",
        "",
        "https://zdrowie.pap.pl/psyche/znalazles-sie-w-kryzysie-skorzystaj-z-centrum-wsparcia",
    ),
    (
        "BR",
        "CVV",
        "188",
        "https://www.cvv.org.br",
        "https://www.tribunadenoticias.com.br/2019/09/na-prevencao-ao-suicidio-cvv-atende.html",
    ),
    (
        "IN",
        "Tele MANAS",
        "14416",
        "",
        "https://menafn.com/1109390520/"
        "Over-Rs-230-Cr-Allocated-For-National-Tele-Mental-Health-Programme-Since-2022-Centre",
    ),
    (
        "SG",
        "Samaritans of Singapore",
        "1767",
        "https://www.sos.org.sg",
        "https://mothership.sg/2022/09/sos-24h-whatsapp-service",
    ),
    (
        "ZA",
        "SADAG Suicide Crisis Helpline",
        "0800 567 567",
        "https://www.sadag.org",
        "https://m.tonight.co.za/lifestyle/health/mind/"
        "heres-how-suicide-is-preventable-world-suicide-prevention-day-7d431702-b601-449a-a83c-bf7aa27f2460",
    ),
)
LINES = tuple(
    HelpLine(country, name, number, url, _CHECKED, source) for country, name, number, url, source in _TABLE
)


def for_country(code: str | None) -> tuple[HelpLine, ...]:
    """Find the lines of a country; none for one we cannot vouch for, never those of another country."""
    return tuple(line for line in LINES if code is not None and line.country == code.upper())


def country_of(zone: str) -> str | None:
    """Find the country of an IANA zone; None for a zone without one (UTC) or with several."""
    countries = _countries().get(zone, frozenset())
    return next(iter(countries)) if len(countries) == 1 else None


@cache
def _countries() -> dict[str, frozenset[str]]:
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    found: dict[str, frozenset[str]] = {}
    for country, _, zone, *_ in rows:
        found[zone] = found.get(zone, frozenset()) | {country}
    return found
