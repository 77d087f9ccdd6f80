"""The commands as Telegram lists them, the most useful first."""

from __future__ import annotations

from bot.words.speech import speech

Commands = tuple[tuple[str, str], ...]


def private(language: str = "en") -> Commands:
    say = speech(language)
    return (
        ("start", say("Begin, or say hello again")),
        ("today", say("Your ask for today")),
        ("did", say("Tell me about an ask you made")),
        ("skip", say("Take today off")),
        ("stats", say("How it goes")),
        ("journal", say("Your asks, and what you took from them")),
        ("ladder", say("Your asks, from calm to scary")),
        ("circle", say("Do it together, in a group")),
        ("buddy", say("Who's at your side this week")),
        ("easier", say("Smaller asks from now on")),
        ("harder", say("Bigger asks from now on")),
        ("pause", say("Some days off")),
        ("resume", say("End a pause")),
        ("undo", say("Take the last answer back")),
        ("settings", say("Times, days and places")),
        ("privacy", say("What I keep and what I don't")),
        ("export", say("Everything you told me, as a file")),
        ("import", say("Bring such a file back")),
        ("delete", say("Erase everything about you")),
        ("help", say("What I do, and help lines")),
        ("cancel", say("Leave what is going on")),
    )


def group(language: str = "en") -> Commands:
    say = speech(language)
    return (
        ("join", say("Practise with this group")),
        ("leave", say("Leave this group's circle")),
        ("circle", say("The circle, in our private chat")),
        ("buddy", say("Your buddy, in our private chat")),
        ("help", say("What this bot does")),
    )
