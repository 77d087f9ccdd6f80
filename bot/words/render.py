"""Where a message of the coach meets its words: one table, complete by its types."""

from __future__ import annotations

from bot.coach import messages as said
from bot.words import (
    account,
    afterwards,
    always,
    buddies,
    card,
    circles,
    day,
    debrief,
    files,
    first_minutes,
    groups,
    imaginal,
    journal,
    ladder,
    programs,
    progress,
    proposal,
    reflections,
    scripts,
    thanks,
    watch,
)
from bot.words.bank import Bank
from bot.words.screen import Screen, Toasted
from bot.words.speech import Speech, speech


class Words:
    """Everything the bot can say, with its bank."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank

    def screen(self, message: said.Message, language: str = "en") -> Screen:
        """Turn a message into what is sent, in a language or else in English."""
        return self.spoken(message, speech(language))

    def toast(self, message: said.groups.Toast, language: str = "en") -> Toasted:
        """Turn the answer to a press in a group into what is shown to who pressed."""
        return groups.toast(message, speech(language))

    # these checks are off for one table: split up, it would hide from mypy whether a message is missing
    def spoken(self, message: said.Message, say: Speech) -> Screen:  # noqa: C901, PLR0911, PLR0912, PLR0915
        if isinstance(message, said.groups.InGroup):
            return groups.spoken(message, say)
        if isinstance(message, said.circles.OfCircle):
            return circles.spoken(message, say)
        if isinstance(message, said.buddies.OfBuddy):
            return buddies.spoken(message, say)
        if isinstance(message, said.files.OfFile):
            return files.spoken(message, say)
        bank = self.bank
        if isinstance(message, said.journal.OfJournal):
            return journal.spoken(message, say, bank)
        match message:
            case said.Welcome():
                return first_minutes.welcome(message, say)
            case said.Declined():
                return first_minutes.declined(message, say)
            case said.Known():
                return first_minutes.known(message, say)
            case said.AskZone():
                return first_minutes.ask_zone(message, say)
            case said.CheckZone():
                return first_minutes.check_zone(message, say)
            case said.AskMorning():
                return first_minutes.ask_morning(message, say)
            case said.AskSting():
                return first_minutes.ask_sting(message, say)
            case said.AskDomains():
                return first_minutes.ask_domains(message, say)
            case said.AskPlan():
                return first_minutes.ask_plan(message, say)
            case said.Joined():
                return first_minutes.joined(message, say)
            case said.Offer():
                return day.offer(message, say, bank)
            case said.AskBefore():
                return day.ask_before(message, say)
            case said.Instead():
                return proposal.instead(message, say, self.bank)
            case said.Ready():
                return day.ready(message, say)
            case said.ImaginalBeat():
                return imaginal.imaginal_beat(message, say, bank)
            case said.NoSwaps():
                return day.no_swaps(message, say)
            case said.OffToday():
                return day.off_today(message, say)
            case said.Nudge():
                return day.nudge(message, say, bank)
            case said.StillHere():
                return day.still_here(message, say)
            case said.NothingOpen():
                return debrief.nothing_open(message, say)
            case said.AskOwn():
                return debrief.ask_own(message, say)
            case said.AskStory():
                return debrief.ask_story(message, say, bank)
            case said.AskOutcome():
                return debrief.ask_outcome(message, say, bank)
            case said.AskPeak():
                return debrief.ask_peak(message, say)
            case said.AskFeeling():
                return debrief.ask_feeling(message, say)
            case said.AskCost():
                return debrief.ask_cost(message, say)
            case said.AskLeft():
                return imaginal.ask_left(message, say)
            case said.AskAgain():
                return debrief.ask_again(message, say)
            case said.AnyAnswer():
                return debrief.any_answer(message, say, bank)
            case said.AskLearned():
                return reflections.ask_learned(message, say)
            case said.Card():
                return card.card(message, say, bank)
            case said.ChooseCorrection():
                return card.choose_correction(message, say)
            case said.TooOld():
                return card.too_old(message, say)
            case said.FollowUp():
                return card.follow_up(message, say, bank)
            case said.FollowedUp():
                return card.followed_up(message, say)
            case said.StillPending():
                return card.still_pending(message, say)
            case said.NextSteps():
                return afterwards.next_steps(message, say)
            case said.ChooseMove():
                return scripts.choose_move(message, say)
            case said.Script():
                return scripts.script(message, say, bank)
            case said.AskForHelp():
                return afterwards.ask_for_help(message, say)
            case said.ThankYou():
                return thanks.thank_you(message, say)
            case said.ChapterBegun():
                return afterwards.chapter_begun(message, say)
            case said.AskChapter():
                return afterwards.ask_chapter(message, say, bank)
            case said.AskTitle():
                return afterwards.ask_title(message, say)
            case said.ChapterNamed():
                return afterwards.chapter_named(message, say)
            case said.Ladder():
                return ladder.ladder(message, say, bank)
            case said.Moved():
                return ladder.moved(message, say)
            case said.AskRating():
                return ladder.ask_rating(message, say, bank)
            case said.AskAhead():
                return ladder.ask_ahead(message, say, bank)
            case said.HeardAhead():
                return ladder.heard_ahead(message, say, bank)
            case said.OneAsk():
                return ladder.one_ask(message, say, bank)
            case said.AskForOwn():
                return ladder.ask_for_own(message, say)
            case said.OwnRefused():
                return ladder.own_refused(message, say)
            case said.AskGoal():
                return ladder.ask_goal(message, say, bank)
            case said.Progress():
                return progress.progress(message, say)
            case said.Resized():
                return progress.resized(message, say)
            case said.AskProgram():
                return programs.ask_program(message, say)
            case said.AskProgramSting():
                return programs.ask_program_sting(message, say)
            case said.Enrolled():
                return programs.enrolled(message, say)
            case said.AskPause():
                return account.ask_pause(message, say)
            case said.Paused():
                return account.paused(message, say)
            case said.Resumed():
                return account.resumed(message, say)
            case said.Undone():
                return account.undone(message, say)
            case said.NothingToUndo():
                return account.nothing_to_undo(message, say)
            case said.SettingsList():
                return account.settings_list(message, say)
            case said.AskSetting():
                return account.ask_setting(message, say)
            case said.Privacy():
                return account.privacy(message, say)
            case said.DeleteCheck():
                return account.delete_check(message, say)
            case said.Deleted():
                return account.deleted(message, say)
            case said.Kept():
                return account.kept(message, say)
            case said.Help():
                return always.help_(message, say)
            case said.Cancelled():
                return always.cancelled(message, say)
            case said.Outdated():
                return always.outdated(message, say)
            case said.UnknownCommand():
                return always.unknown_command(message, say)
            case said.NotRead():
                return always.not_read(message, say)
            case said.NotYet():
                return always.not_yet(message, say)
            case said.TellMe():
                return always.tell_me(message, say)
            case said.CareWord():
                return watch.care_word(message, say)
            case said.InCrisis():
                return always.in_crisis(message, say)
            case said.OnHold():
                return always.on_hold(message, say)
            case said.WelcomeBack():
                return always.welcome_back(message, say)
            case said.Trouble():
                return always.trouble(message, say)
