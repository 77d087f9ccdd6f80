"""The environment, and `.env` beside it, become one frozen `Settings`; everything wrong is named at once.

Prints nothing and ends nothing. No secret is in a message, a repr or an exception.
"""

from __future__ import annotations

import difflib
import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import SplitResult, urlsplit

from pydantic import SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from bot.service import places

TOKEN = re.compile(r"\d{6,12}:[A-Za-z0-9_-]{30,}")
HOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
FORMATS = ("text", "json")
SWITCH = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
LOOPBACK = ("localhost", "127.0.0.1", "::1")
SQLITE = "sqlite+aiosqlite:///"
OURS = ("BOT_", "WEBHOOK_", "DATABASE_", "DATA_", "DEFAULT_", "PAID_", "SEND_")
FREE, PAID = 30, 1000  # messages a second that Telegram takes, without and with paid broadcasts


class SettingsFault(ValueError):
    """What is wrong with the settings, one line each."""


class Settings(BaseSettings):
    """Everything that can be set from outside. Build it with `read`."""

    model_config = SettingsConfigDict(
        frozen=True, extra="ignore", env_ignore_empty=True, hide_input_in_errors=True, validate_default=True
    )

    bot_token: SecretStr | None = None
    bot_api_url: str = "https://api.telegram.org"
    data_dir: Path = Path("data")  # before database_url, whose default lies in it
    database_url: str = ""
    webhook_url: str | None = None  # before webhook_secret, which belongs to it
    webhook_secret: SecretStr | None = None
    listen: str = "127.0.0.1:8080"
    log_level: str = "INFO"
    log_format: str = "text"
    default_zone: str = "UTC"
    paid_broadcast: bool = False  # before send_per_second, which it raises
    send_per_second: int = 25
    credentials_directory: Path | None = None  # set by systemd, as are the two below
    notify_socket: str | None = None
    watchdog_usec: int = 0
    notes: Annotated[tuple[str, ...], NoDecode] = ()  # likely typos; no variable sets it

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read what `read` was given, the file, the credentials; not the process's environment on the sly."""
        return init_settings, dotenv_settings, file_secret_settings

    @property
    def host(self) -> str:
        return _host_and_port(self.listen)[0]

    @property
    def port(self) -> int:
        return _host_and_port(self.listen)[1]

    @model_validator(mode="before")
    @classmethod
    def _note_typos(cls, values: dict[str, Any]) -> dict[str, Any]:
        given = _set(values)
        return given | {"notes": tuple(_typos(name.upper() for name in given))}

    @field_validator("bot_token", mode="before")
    @classmethod
    def _token(cls, value: str | None) -> str | None:
        if value is None or TOKEN.fullmatch(value := value.strip()):
            return value
        raise ValueError(
            f"is {_masked(value)}, which does not look like a bot token; "
            "take the one BotFather gave you: digits, a colon, then 30 or more letters"
        )

    @field_validator("bot_api_url", mode="before")
    @classmethod
    def _api_url(cls, value: str) -> str:
        value = value.strip().rstrip("/")
        parts = _split(value)
        if parts is None or parts.query or parts.fragment or parts.username is not None:
            raise ValueError("is not the URL of a Bot API server; write it as https://api.telegram.org")
        return value

    @field_validator("data_dir", mode="before")
    @classmethod
    def _writable(cls, value: str | Path) -> Path:
        folder = Path(str(value).strip()).expanduser()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(b"\0")
        except OSError as error:
            raise ValueError(
                f'is "{folder}", where nothing can be written ({error.strerror}); '
                "name a folder the bot may write to"
            ) from error
        return folder

    @field_validator("database_url", mode="before")
    @classmethod
    def _database(cls, value: str, info: ValidationInfo) -> str:
        value = value.strip() or f"{SQLITE}{info.data.get('data_dir', Path())}/ask-anyway.db"
        scheme = value.partition(":")[0].lower()
        if scheme.startswith("postgres"):
            raise ValueError(f"asks for PostgreSQL, which is not there yet; for now write {SQLITE}FILE")
        if not value.startswith(SQLITE):
            raise ValueError(f'begins with "{scheme[:20]}"; write {SQLITE}FILE')
        file = value.removeprefix(SQLITE).partition("?")[0]
        if file in {"", ":memory:"}:
            raise ValueError(f"names no file, and memory forgets; write {SQLITE}FILE")
        if "data_dir" in info.data and not (folder := Path(file).parent).is_dir():
            raise ValueError(f'lies in "{folder}", which is no folder; create it first')
        return value

    @field_validator("webhook_url", mode="before")
    @classmethod
    def _webhook(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = _split(value := value.strip())
        if parts is None or (parts.scheme != "https" and parts.hostname not in LOOPBACK):
            raise ValueError(
                "is not an https URL; Telegram calls nothing else, as in https://example.org/hook"
            )
        return value

    @field_validator("webhook_secret", mode="before")
    @classmethod
    def _hook_secret(cls, value: str | None, info: ValidationInfo) -> str | None:
        called = info.data.get("webhook_url", "wrong, and so not in data") is not None
        if value is None and called:
            raise ValueError("is missing beside WEBHOOK_URL; choose 1 to 256 of A-Z a-z 0-9 _ -")
        if value is not None and not called:
            raise ValueError("is set without WEBHOOK_URL; set both for webhooks, none for polling")
        if value is not None and not HOOK_SECRET.fullmatch(value := value.strip()):
            raise ValueError("holds other characters than A-Z a-z 0-9 _ - or more than 256; choose another")
        return value

    @field_validator("listen", mode="before")
    @classmethod
    def _listen(cls, value: str) -> str:
        host, port = _host_and_port(value := value.strip())
        if not host or not 0 <= port <= 65535:
            raise ValueError(f'is "{value}"; write host:port, as in 127.0.0.1:8080')
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _level(cls, value: str) -> str:
        if (level := value.strip().upper()) in LEVELS:
            return level
        raise ValueError(f'is "{value}"; choose one of {", ".join(LEVELS)}')

    @field_validator("log_format", mode="before")
    @classmethod
    def _format(cls, value: str) -> str:
        if (form := value.strip().lower()) in FORMATS:
            return form
        raise ValueError(f'is "{value}"; choose one of {", ".join(FORMATS)}')

    @field_validator("default_zone", mode="before")
    @classmethod
    def _zone(cls, value: str) -> str:
        if places.known(value := value.strip()):
            return places.canonical(value)
        meant = places.find(value) or "Europe/Lisbon"
        raise ValueError(f'is "{value}", which is no time zone; write an IANA name, as in {meant}')

    @field_validator("paid_broadcast", mode="before")
    @classmethod
    def _paid(cls, value: str | bool) -> bool:
        if (text := str(value).strip().lower()) in SWITCH:
            return SWITCH[text]
        raise ValueError(f'is "{text[:20]}"; write 1 if paid broadcasts are on in BotFather, else 0')

    @field_validator("send_per_second", mode="before")
    @classmethod
    def _rate(cls, value: str | int, info: ValidationInfo) -> int:
        most = PAID if info.data.get("paid_broadcast", True) else FREE
        text = str(value).strip()
        if re.fullmatch(r"[0-9]{1,4}", text) and 1 <= int(text) <= most:
            return int(text)
        more = "" if most == PAID else f", or up to {PAID} with PAID_BROADCAST=1"
        raise ValueError(f'is "{text[:20]}"; write a whole number from 1 to {most}{more}')

    @field_validator("credentials_directory", mode="before")
    @classmethod
    def _folder(cls, value: str | None) -> Path | None:
        if value is None:
            return None
        if (folder := Path(value.strip())).is_dir():
            return folder
        raise ValueError(f'is "{value}", which is no folder; name the one that holds the file bot_token')

    @field_validator("watchdog_usec", mode="before")
    @classmethod
    def _microseconds(cls, value: str | int) -> int:
        if re.fullmatch(r"[0-9]{1,15}", text := str(value).strip()):
            return int(text)
        raise ValueError(f'is "{text[:20]}"; leave it to systemd, which sets a whole number')


NAMES = tuple(name.upper() for name in Settings.model_fields if name != "notes")


def read(environ: Mapping[str, str], env_file: Path | None) -> Settings:
    """Build the settings from `environ`; what it does not set from `env_file`, and then from the files of
    CREDENTIALS_DIRECTORY, as `bot_token`.

    An empty value is one that is not set. Raise `SettingsFault` with a line for everything that is wrong.
    """
    given = {name.lower(): environ[name] for name in environ if name in NAMES or name.startswith(OURS)}
    handed = Path(given.get("credentials_directory", "").strip() or "\0")
    files = {"_env_file": env_file, "_secrets_dir": handed if handed.is_dir() else None}
    try:
        return Settings(**files, **_set(given))  # type: ignore[arg-type]  # BaseSettings takes them, the type hides it
    except ValidationError as error:
        faults = [_line(fault) for fault in error.errors(include_input=False, include_url=False)]
    except (OSError, UnicodeDecodeError):
        faults = [f"{env_file}: cannot be read; it holds lines of NAME=value in UTF-8"]
    except SettingsError:
        faults = [f'CREDENTIALS_DIRECTORY: a file in "{handed}" cannot be read; each holds a value in UTF-8']
    # raised out here, so that the first error, which holds the values, does not travel along
    raise SettingsFault("\n".join(faults))


def _set(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if str(value).strip()}


def _line(fault: Any) -> str:
    return f"{str(fault['loc'][0]).upper()}: {fault.get('ctx', {}).get('error', fault['msg'])}"


def _typos(names: Iterable[str]) -> Iterable[str]:
    for name in sorted(names):
        if name not in NAMES and name.startswith(OURS):
            for meant in difflib.get_close_matches(name, NAMES, n=1, cutoff=0.8):
                yield f"{name} is not read; did you mean {meant}?"


def _masked(secret: str) -> str:
    return f'"{secret[:2]}…" of {len(secret)} characters' if len(secret) > 8 else "a text too short"


def _split(url: str) -> SplitResult | None:
    """Take apart an http(s) URL with a host; None for anything else."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, a bracket left open
        return None
    return parts if good and not re.search(r"\s", url) else None


def _host_and_port(listen: str) -> tuple[str, int]:
    host, _, port = listen.rpartition(":")
    if not re.fullmatch(r"[0-9]{1,5}", port) or (
        ":" in host and not re.fullmatch(r"\[[0-9a-fA-F:.]+\]", host)
    ):
        return "", -1
    return host.strip("[]"), int(port)
