// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"

#include "congvu/json/Value.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace congvu::signingdesk {

namespace {

class EventContract : public SigningFixture {};

/// events/<name without the plugin>.schema.json of a published event.
std::string schemaOf(const std::string& eventName) {
    const auto file = eventName.substr(eventName.find('.') + 1) + ".schema.json";
    std::ifstream stream{std::filesystem::path{CONGVU_PLUGIN_FOLDER} / "events" / file};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

std::set<std::string> membersOf(const json::Value& object) {
    std::set<std::string> names;
    object.forEachMember([&](std::string_view name, json::Value) { names.insert(std::string{name}); });
    return names;
}

std::set<std::string> requiredBy(const json::Value& schema) {
    std::set<std::string> names;
    const auto required = schema.member("required").value();
    for (std::size_t i = 0; i < required.size(); ++i) {
        names.insert(std::string{required.element(i).string()});
    }
    return names;
}

}  // namespace

TEST_F(EventContract, PublishesExactlyTheMembersThatTheSchemasName) {
    const auto returned = ask();
    ASSERT_EQ(harness.post(chair, "/requests/" + returned + "/return", R"({"note":"a"})").status, 204);
    signedForm();
    std::set<std::string> seen;
    for (const auto& event : harness.published()) {
        const auto schema = json::Document::parse(schemaOf(event.name));
        const auto payload = json::Document::parse(event.payload);
        EXPECT_EQ(membersOf(payload.root()), requiredBy(schema.root())) << event.name;
        EXPECT_EQ(membersOf(schema.root().member("examples").value().element(0)), requiredBy(schema.root())) << event.name;
        EXPECT_EQ(membersOf(schema.root().member("properties").value()), requiredBy(schema.root())) << event.name;
        seen.insert(event.name);
    }
    EXPECT_EQ(seen.size(), 2U);
}

}  // namespace congvu::signingdesk
