"""What is wrong with an incident's file, and how it is put right.

A file goes through the examinations one after the other, each of which says what it finds and leaves the tables as a
repair would. So what a repair does is what the examination has said, and nothing else. The first makes tables of any
bytes (`reading`, `rescue`, `numbers`); then come the records' ids (`identity`) and values (`values`), times that cannot
be (`times`), pointers at nothing (`links`), and the history (`lines`). What lies around files is looked at as well
(`places`, `remains`).
"""

from data.doctor.examination import Examined, examine
from data.doctor.problem import Problem
from data.doctor.remains import Leftover, leftovers, tidy
from data.doctor.repairing import Repaired, repair

__all__ = ["Examined", "Leftover", "Problem", "Repaired", "examine", "leftovers", "repair", "tidy"]
