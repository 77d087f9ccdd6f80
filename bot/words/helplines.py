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
    (
        "PT",
        "Linha Nacional de Prevenção do Suicídio",
        "1411",
        "",
        "https://www.deco.proteste.pt/saude/saude-mental/noticias/"
        "linha-prevencao-suicidio-funciona-24-horas-por-dia",
    ),
    (
        "GR",
        "Γραμμή Παρέμβασης για την Αυτοκτονία, Κλίμακα",
        "1018",
        "",
        "https://tanea.gr/2018/07/12/greece/opoy-den-yparxei-elpida-yparxei-boitheia/amp",
    ),
    (
        "HU",
        "Lelki elsősegély telefonszolgálat",
        "116 123",
        "",
        "https://gondola.hu/hirek/"
        "248389-Iden_is_korulbelul_170_ezer_hivast_fogadott_a_lelkielsosegely-szolgalat.html",
    ),
    ("SI", "Zaupni telefon Samarijan", "116 123", "", "http://www.telefon-samarijan.si/author/admin/"),
    ("FI", "MIELI Kriisipuhelin", "09 2525 0111", "", "http://mieli.fi/helpline"),
    (
        "IS",
        "Hjálparsíminn 1717",
        "1717",
        "",
        "https://www.raudikrossinn.is/um-okkur/frettir-og-utgefid-efni/frettayfirlit/innanlandsstarf/"
        "aldrei-fleiri-samtol-vegna-sjalfsvigshugsana",
    ),
    (
        "MX",
        "Línea de la Vida",
        "800 911 2000",
        "",
        "https://www.eluniversal.com.mx/nacion/promueven-la-linea-de-la-vida-tras-presentar-encuesta"
        "-sobre-consumo-de-drogas-asi-puedes-pedir-ayuda/",
    ),
    (
        "AR",
        "Línea de Salud Mental",
        "0800 999 0091",
        "",
        "https://lapostacomodorense.com.ar/2025/09/03/"
        "septiembre-mes-de-la-prevencion-del-suicidio-la-importancia-de-escuchar-acompanar-y-abrazar/",
    ),
    (
        "UY",
        "Línea Vida",
        "0800 0767",
        "",
        "https://www.subrayado.com.uy/cada-tres-dias-un-adolescente-se-suicida-uruguay-n648093",
    ),
    (
        "PE",
        "Línea 113, opción 5",
        "113",
        "",
        "https://panamericana.pe/salud/"
        "466160-minsa-refuerza-lineas-gratuitas-atencion-salud-mental-nivel-nacional",
    ),
    ("KR", "자살예방 상담전화 109", "109", "", "https://eiec.kdi.re.kr/policy/materialView.do?num=246730"),
    (
        "JP",
        "#いのちSOS",
        "0120 061 338",
        "https://www.lifelink.or.jp/inochisos/",
        "https://mainichi.jp/articles/20220826/osg/00m/040/001000d",
    ),
    ("TW", "安心專線", "1925", "", "https://udn.com/news/story/7266/9004922"),
    (
        "HK",
        "香港撒瑪利亞防止自殺會 (Samaritan Befrienders)",
        "2389 2222",
        "https://sbhk.org.hk",
        "https://csrp.hku.hk/getting-help/",
    ),
    ("TH", "สายด่วนสุขภาพจิต 1323", "1323", "", "https://mgronline.com/politics/detail/9690000021755"),
    (
        "PH",
        "NCMH Crisis Hotline",
        "0917 899 8727",
        "",
        "https://doh.gov.ph/press-release/launch-of-the-ncmh-crisis-hotline/",
    ),
    (
        "LK",
        "National Mental Health Helpline 1926",
        "1926",
        "",
        "https://lankabusinessnews.com/"
        "airtel-nimh1926-mental-health-chatline-a-lifeline-for-sri-lankans-in-crisis",
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
