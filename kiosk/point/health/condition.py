"""`python -m kiosk.point.health.condition DATA [CONFIG]`: which of the doctor's checks fail here, as JSON.

A program of its own: the doctor asks for the screen and the voice, and the kiosk must not wait for them.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from kiosk.base.config.file import load_config
from kiosk.base.config.sections import Config
from kiosk.base.hours.opening import HANOI
from kiosk.machine.installing import places
from kiosk.machine.supervision.endings import count_endings
from kiosk.papers.content.in_force import usable
from kiosk.papers.content.standing import read_standing
from kiosk.point.health.examination import examine
from kiosk.point.health.probes import real_probes
from kiosk.point.health.probes_service import ask_systemd, read_properties


def condition(data_folder: Path, config_file: Path | None) -> dict[str, object]:
    """`failed`: the names of the checks, each once; `restarts`: since systemd last gave up;
    `content`: the counter of the content pack in force; `endings`: of seven days, with today.
    """
    config, problems = load_config(config_file) if config_file else (Config(), ())
    findings = examine(config_file, config, problems, real_probes(config, data_folder, os.environ))
    failed = dict.fromkeys(finding.check for finding in findings if finding.state == "mend")
    counted = read_properties(ask_systemd("show", places.SERVICE, "-p", "NRestarts")).get("NRestarts", "")
    return {
        "failed": list(failed),
        "restarts": int(counted) if counted.isdecimal() else 0,
        "endings": asdict(count_endings(data_folder, datetime.now(HANOI).date())),
        "content": usable(data_folder, read_standing(data_folder)).counter,
    }


if __name__ == "__main__":
    data, *config = (Path(word) for word in sys.argv[1:])
    sys.stdout.write(json.dumps(condition(data, config[0] if config else None)))
