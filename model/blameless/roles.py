"""Words for people at work: roles, departments, and the nouns that turn such a word into a thing."""

__all__ = ["DEPARTMENTS", "DOUBTFUL_DEPARTMENTS", "ROLES", "SOFTWARE_ROLES", "SYSTEM_NOUNS"]


def _list(words: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in words.split(","))


def _with_plurals(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*words, *(word + "s" for word in words if not word.endswith("s")))


WORKPLACES = _list(
    "plant, site, floor, store, shop, office, warehouse, hotel, station, ward, factory, hospital, airport, depot, "
    "yard, kitchen, lab, fleet, facility, facilities, building, regional, area, operations, IT, engineering, general, "
    "senior, crane, forklift, switchboard, gate, desk, first-line, second-line, check-in, ground, duty, help-desk, "
    "account, sales, purchasing, line"
)
"""What makes a “manager” or an “operator” one of flesh and blood."""

ROLES = (
    *_with_plurals(
        _list(
            "engineer, developer, dev, programmer, coder, DBA, database administrator, administrator, sysadmin, admin, "
            "system administrator, network administrator, technician, tech, intern, trainee, apprentice, contractor, "
            "subcontractor, consultant, freelancer, reviewer, approver, committer, maintainer, tech lead, team lead, "
            "lead engineer, lead developer, supervisor, boss, director, CTO, CEO, CIO, VP, product owner, architect, "
            "designer, analyst, tester, responder, first responder, incident commander, incident coordinator, "
            "incident manager, incident lead, release manager, release captain, release engineer, release lead, "
            "project manager, product manager, line manager, duty manager, shift manager, shift lead, on-call, "
            "on-call engineer, on-caller, on-call person, primary on-call, secondary on-call, SRE, "
            "employee, colleague, "
            "coworker, co-worker, teammate, new hire, new joiner, newcomer, rookie, newbie, junior, "
            "senior, individual, "
            "person, human, guy, guys, support agent, support engineer, call agent, night operator, duty operator, "
            "shift operator, machine operator, human operator, data scientist, scientist, electrician, plumber, clerk, "
            "cashier, nurse, pharmacist, surgeon, specialist, expert, auditor, author, "
            "team member, staff member, crew member, merchandiser, editor-in-chief, accountant, recruiter, "
            "salesperson, account manager, support rep, sales rep, night shift, day shift, early shift, late shift, "
            "staffer, officer, security officer, foreman, chief, assistant, deputy, captain, "
            "mechanic, welder, driver on duty, foreperson, head of operations, duty officer, "
            "facilitator, scribe, champion, gatekeeper, "
            "courier, receptionist, machinist, physician, paramedic, steward, "
            "pilot, engineer on call, developer on call"
        )
    ),
    *_with_plurals(
        tuple(f"{place} {job}" for place in WORKPLACES for job in ("manager", "operator", "controller", "agent"))
    ),
    *_list("staff, personnel, people, folks, ops people, management, leadership, operators, managers, agents on shift"),
)
DEPARTMENTS = _list(
    "support, ops, operations, QA, marketing, sales, legal, finance, devops, management, helpdesk, "
    "help desk, service desk, "
    "HR, logistics, purchasing, payroll, treasury, controlling, housekeeping, catering, facilities, "
    "on-call, customer support, customer service, leadership, procurement, compliance, netops, secops"
)
DOUBTFUL_DEPARTMENTS = _list(
    "security, platform, infra, infrastructure, engineering, networking, frontend, backend, data engineering, product, "
    "accounting, payments, billing, mobile, the business, analytics, research, design, noc"
)
"""Bare names of departments, which are people only where the sentence puts them in a person's place.

The doubtful ones are systems as often.
"""
SOFTWARE_ROLES = _list("operator, agent, manager, controller, dispatcher, planner")
"""Roles that programs have too."""
SYSTEM_NOUNS = _list(
    "console, API, panel, interface, endpoint, account, accounts, role, roles, portal, tool, tools, "
    "tooling, page, pages, "
    "dashboard, guide, docs, documentation, experience, mode, pod, pods, SDK, build, branch, environment, laptop, key, "
    "keys, token, tokens, queue, channel, rotation, schedule, pager, phone, alias, image, node, "
    "nodes, process, service, "
    "services, daemon, thread, training, hours, time, error, errors, mistake, fault, cluster, "
    "clusters, server, servers, "
    "database, period, system, platform, app, application, job, jobs, bucket, host, hosts, instance, "
    "instances, broker, "
    "brokers, runner, runners, pipeline, pipelines, workflow, agent, plugin, module, library, "
    "package, repository, repo, "
    "handbook, policy, process, ratio, load, name, names, id, group, groups, list, register, email, e-mail, input, "
    "session, sessions, table, index, store, storage, worker, workers, exporter, operator, controller, chart, release, "
    "version, release, request, requests, rights, privileges, permissions, access, password, "
    "credentials, metrics, limits"
)
"""Nouns behind a name or a role that make it a thing: “the Priya cluster”, “admin console”."""
