// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/TaskRecorder.h"

namespace congvu::tasks {

/// Lets the open co-operating tasks of a lead task report to whoever leads it now.
void reportToNewLead(db::Tx& tx, const TaskRecorder& recorder, const http::Caller& actor, const Task& lead);

}  // namespace congvu::tasks
