// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

namespace congvu::testing {

/// Names of the members that the schema of a published event speaks of; in a correct schema the three are equal.
struct EventSchema {
    std::set<std::string> required;
    std::set<std::string> properties;
    std::set<std::string> example;  ///< of the first example

    /// Reads events/<name without the plugin>.schema.json of the plugin's folder; throws when it is missing or no such schema.
    static EventSchema of(const std::string& pluginFolder, const std::string& eventName);
};

/// Names of the members of a JSON object.
std::set<std::string> membersOf(const std::string& json);

}  // namespace congvu::testing
