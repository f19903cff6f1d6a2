// SPDX-License-Identifier: Apache-2.0
#include "http/HeaderList.h"

namespace congvu::host {

namespace {

char lowerCase(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

}  // namespace

bool equalsIgnoringCase(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) {
        return false;
    }
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (lowerCase(left[i]) != lowerCase(right[i])) {
            return false;
        }
    }
    return true;
}

void HeaderList::reserve(std::size_t fields, std::size_t characters) {
    entries_.reserve(fields);
    text_.reserve(characters);
}

void HeaderList::add(std::string_view name, std::string_view value) {
    const auto nameAt = static_cast<std::uint32_t>(text_.size());
    text_.append(name);
    const auto valueAt = static_cast<std::uint32_t>(text_.size());
    text_.append(value);
    entries_.push_back({nameAt, static_cast<std::uint32_t>(name.size()), valueAt, static_cast<std::uint32_t>(value.size())});
}

bool HeaderList::hasName(const Entry& entry, std::string_view name) const {
    return entry.nameLength == name.size() && equalsIgnoringCase(std::string_view{text_}.substr(entry.nameAt, entry.nameLength), name);
}

std::optional<std::string_view> HeaderList::find(std::string_view name) const {
    for (const auto& entry : entries_) {
        if (hasName(entry, name)) {
            return std::string_view{text_}.substr(entry.valueAt, entry.valueLength);
        }
    }
    return std::nullopt;
}

std::string HeaderList::joined(std::string_view name) const {
    std::string list;
    for (const auto& entry : entries_) {
        if (hasName(entry, name)) {
            list.append(list.empty() ? "" : ",").append(std::string_view{text_}.substr(entry.valueAt, entry.valueLength));
        }
    }
    return list;
}

std::size_t HeaderList::count(std::string_view name) const {
    std::size_t found = 0;
    for (const auto& entry : entries_) {
        found += hasName(entry, name) ? 1U : 0U;
    }
    return found;
}

}  // namespace congvu::host
