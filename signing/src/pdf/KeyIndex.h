// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <unordered_map>

#include "pdf/Object.h"

namespace congvu::signing::pdf {

/// The keys of a dictionary, found at once however many there are; of doubled keys the first counts. The dictionary must
/// outlive the index.
class KeyIndex {
public:
    explicit KeyIndex(const Object& dictionary) : dictionary_(dictionary), isIndexed_(dictionary.entries().size() > kFew) {
        if (isIndexed_) {
            for (const auto& [key, value] : dictionary.entries()) {
                places_.emplace(key, &value);
            }
        }
    }

    const Object* find(std::string_view key) const {
        if (!isIndexed_) {
            return dictionary_.find(key);
        }
        const auto found = places_.find(key);
        return found == places_.end() ? nullptr : found->second;
    }
    bool has(std::string_view key) const { return find(key) != nullptr; }
    const Object& get(std::string_view key) const {
        static const Object kNull;
        const Object* found = find(key);
        return found == nullptr ? kNull : *found;
    }

private:
    static constexpr std::size_t kFew = 32;
    const Object& dictionary_;
    bool isIndexed_;
    std::unordered_map<std::string_view, const Object*> places_;
};

}  // namespace congvu::signing::pdf
