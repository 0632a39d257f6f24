"""Verbs by what they say about a person: a slip, harm done, care not taken, plain work, help."""

from model.blameless.inflect import base_of

__all__ = ["ACTIONS", "BASES", "CARE", "HARM", "HELP", "SLIPS", "SPREADING"]


def _list(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(","))


SLIPS = _list(
    "forget, neglect, overlook, misread, mistype, misunderstand, misjudge, misremember, misspell, mistake, botch, "
    "bungle, blunder, fumble, fluff, goof, goof up, screw up, mess up, slip up, foul up, mix up, muck up, muddle, "
    "oversleep, doze off, doze through, sleep through, snooze, slack off, fat-finger, disregard, confuse, "
    "rubber-stamp, brush off, shrug off, cut corners, jump the gun, drop the ball, procrastinate, dither, freeze up, "
    "rush, guess wrong, sneak, blindly follow, wave through, gloss over, drag their feet, lose track, lose sight, "
    "lose patience, pay no attention, turn a blind eye, look the other way, sit on, mistakenly assume, wrongly assume, "
    "wrongly believe, naively assume, goof around, mindlessly click, pretend"
)
"""What only people do, and not well."""

HARM = _list(
    "panic, miss, skip, ignore, dismiss, break, crash, corrupt, leak, expose, wipe, wipe out, destroy, trash, clobber, "
    "overwrite, cause, lose, bypass, violate, omit, mishandle, mismanage, misconfigure, misuse, misplace, misroute, "
    "mislabel, misreport, miscommunicate, miscalculate, misinterpret, misdiagnose, misapply, abandon, sabotage, ruin, "
    "damage, jeopardise, jeopardize, endanger, undermine, underestimate, overestimate, circumvent, cripple, kill off, "
    "knock out, knock over, take down, bring down, hard-code, hardcode, nuke, brick, derail, compromise, force-push, "
    "defy, disobey, override, wreck, butcher, spoil, smash, withhold, blow up, let slip, let down, let through, "
    "fall asleep, short-circuit, sidestep, flout, breach, obliterate, tank, brush aside, hog, "
    "squander, overload, flood, spam, click through, click past, press on, carry on regardless, go "
    "ahead anyway, go ahead regardless, plough on, plow on"
)
"""What systems do too, and what is a reproach where the subject is a person."""

CARE = _list(
    "check, double-check, test, read, tell, notify, inform, escalate, verify, look, ask, think, bother, follow, "
    "respond, reply, answer, acknowledge, communicate, document, review, validate, wait, listen, care, monitor, watch, "
    "pay, report, raise, mention, warn, consult, back, announce, coordinate, plan, prepare, consider, hand, declare, "
    "record, comply, revert, renew, rotate, clean, remember, finish, complete, investigate, question, run, use, take, "
    "update, bump, add, write, scan, inspect, measure, rehearse, practise, practice, confirm, call, page, heed, stop, "
    "set, enable, disable, configure, roll, rotate, restore, remove, secure, lock, sanitise, sanitize, clear, catch, "
    "share, join, arrive, attend, admit, share, pass, sign, pick up, show up, turn up, obey, respect, "
    "learn, pull, open, close, do, apply, perform, make, keep, know better, realise, "
    "realize, speak, step, try, act, react, include, replace, rebase, merge, tag, encrypt, patch, upgrade, cover, give"
)
"""What a careful person does; a reproach where it was not done."""

ACTIONS = _list(
    "push, deploy, ship, merge, release, commit, publish, upload, apply, configure, set, enter, type, paste, copy, "
    "promote, approve, run, execute, delete, remove, drop, purge, truncate, erase, restart, reboot, stop, start, kill, "
    "drain, disable, enable, change, edit, modify, update, upgrade, downgrade, migrate, move, rename, replace, revoke, "
    "rotate, reset, unplug, pull, plug, shut, switch, turn, select, pick, choose, click, press, open, close, write, "
    "send, mail, grant, assign, schedule, launch, create, add, insert, import, restore, roll, scale, resize, format, "
    "mount, unmount, detach, attach, cut, edit, install, uninstall, order, book, promise, sign, leave, put, take, "
    "bring, make, give, tell, let, hit, throw, call, use, test, review, build, tag, store, save, mark, silence, mute, "
    "begin, try, decide, insist, rely, trust, touch, alter, tweak, adjust, swap, patch, override, provision, "
    "store, expose, share, point, route, log, connect, disconnect, block, whitelist, allow, deny, go, come, do, keep"
)
"""Plain work, which is a reproach only with what went wrong."""

SPREADING = _list(
    "push, deploy, ship, merge, release, commit, publish, upload, apply, introduce, write, promote, approve, enter, "
    "set, configure, roll out, check in, paste, sign off, order, import, create, build, add, send, put, land, launch, "
    "leave, install"
)
"""How something broken comes into the world."""

HELP = _list(
    "fix, revert, notice, find, spot, see, report, confirm, catch, correct, identify, discover, repair, say, ask, "
    "explain, suggest, warn, flag, trace, suspect, determine, diagnose, isolate, save, help, recover, "
    "detect, undo, restore, mitigate, rescue, "
    "point out, recognise, recognize, prevent, avoid, solve, resolve, investigate, reproduce, join, acknowledge"
)
"""What people are praised for; what was wrong there was so before."""

BASES = base_of((*SLIPS, *HARM, *CARE, *ACTIONS, *SPREADING, *HELP))
"""Each form of these verbs with the one that stands behind “to”."""
