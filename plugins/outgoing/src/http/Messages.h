// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "service/ReadDocuments.h"

#include <string>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

struct OptionalNote {
    std::string note;
};
struct RequiredNote {
    std::string note;
};
struct PreviewInput {
    std::string formId;
    json::RawJson fields;
};
struct Created {
    std::string id;
};
struct ChainList {
    std::vector<ReviewStep> items;
};
struct FormUseList {
    std::vector<FormUse> items;
};
struct VersionList {
    std::vector<DraftVersion> items;
};
struct TimelineList {
    std::vector<inbox::TimelineEntry> items;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::OptionalNote> {
    static auto fields() { return std::tuple{field("note", &congvu::outgoing::OptionalNote::note).maxLength(2000).multiline()}; }
};
template <>
struct congvu::json::Description<congvu::outgoing::RequiredNote> {
    static auto fields() { return std::tuple{field("note", &congvu::outgoing::RequiredNote::note).required().maxLength(2000).multiline()}; }
};
template <>
struct congvu::json::Description<congvu::outgoing::PreviewInput> {
    static auto fields() {
        using Input = congvu::outgoing::PreviewInput;
        return std::tuple{field("formId", &Input::formId).required().maxLength(60), field("fields", &Input::fields).required()};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::Created> {
    static auto fields() { return std::tuple{field("id", &congvu::outgoing::Created::id)}; }
};
template <>
struct congvu::json::Description<congvu::outgoing::FormUse> {
    static auto fields() {
        using Use = congvu::outgoing::FormUse;
        return std::tuple{field("formId", &Use::formId), field("documents", &Use::documents)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::FormUseList> {
    static auto fields() { return std::tuple{field("items", &congvu::outgoing::FormUseList::items)}; }
};
template <>
struct congvu::json::Description<congvu::outgoing::ChainList> {
    static auto fields() { return std::tuple{field("items", &congvu::outgoing::ChainList::items)}; }
};
template <>
struct congvu::json::Description<congvu::outgoing::VersionList> {
    static auto fields() { return std::tuple{field("items", &congvu::outgoing::VersionList::items)}; }
};
template <>
struct congvu::json::Description<congvu::outgoing::TimelineList> {
    static auto fields() { return std::tuple{field("items", &congvu::outgoing::TimelineList::items)}; }
};
