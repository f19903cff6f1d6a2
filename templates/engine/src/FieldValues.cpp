// SPDX-License-Identifier: Apache-2.0
#include "FieldValues.h"

namespace congvu::templates {

namespace {

template <typename Value>
const Value& valueOrEmpty(const std::map<std::string, Value>& values, const std::string& key) {
    static const Value kEmpty{};
    const auto found = values.find(key);
    return found == values.end() ? kEmpty : found->second;
}

}  // namespace

const std::string& FieldValues::text(const std::string& key) const {
    return valueOrEmpty(texts, key);
}

const std::vector<std::string>& FieldValues::list(const std::string& key) const {
    return valueOrEmpty(lists, key);
}

const Person& FieldValues::person(const std::string& key) const {
    return valueOrEmpty(persons, key);
}

const std::vector<Appendix>& FieldValues::appendices(const std::string& key) const {
    return valueOrEmpty(appendixLists, key);
}

}  // namespace congvu::templates
