// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "congvu/signing/Bytes.h"

namespace congvu::signing::testing {

/// Something that must not be found, with a name for messages.
struct Needle {
    std::string name;
    Bytes bytes;
};

/// Which of a process's memory is searched.
enum class Searched {
    everything,
    dumped  ///< without what is kept out of core dumps (MADV_DONTDUMP)
};

/// Names of the needles that are in the memory of another process now, each with the kind of place.
std::vector<std::string> foundIn(pid_t process, const std::vector<Needle>& needles, Searched searched);

/// Names of the needles that are in these bytes.
std::vector<std::string> foundIn(ByteView bytes, const std::vector<Needle>& needles);

}  // namespace congvu::signing::testing
