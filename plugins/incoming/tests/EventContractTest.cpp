// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

#include "congvu/testing/EventSchema.h"

#include <set>

namespace congvu::incoming {

namespace {

using congvu::testing::EventSchema;
using congvu::testing::membersOf;

class EventContract : public IncomingFixture {};

}  // namespace

TEST_F(EventContract, PublishesExactlyTheMembersThatTheSchemasName) {
    const auto id = directed();
    ASSERT_EQ(harness.post(chair, "/documents/" + id + "/direction-withdrawal", R"({"reason":"a"})").status, 200);
    ASSERT_EQ(harness.post(clerk, "/documents/" + id + "/closing", R"({"note":"a"})").status, 200);
    std::set<std::string> seen;
    for (const auto& event : harness.published()) {
        EXPECT_EQ(membersOf(event.payload), EventSchema::of(CONGVU_PLUGIN_FOLDER, event.name).required) << event.name;
        seen.insert(event.name);
    }
    EXPECT_EQ(seen.size(), 4U);
}

TEST_F(EventContract, ShowsAnExampleThatFitsItsOwnSchema) {
    for (const std::string name :
         {"document-registered", "direction-given", "direction-withdrawn", "document-closed", "delivery-status-changed"}) {
        const auto schema = EventSchema::of(CONGVU_PLUGIN_FOLDER, "incoming." + name + ".v1");
        EXPECT_EQ(schema.example, schema.required) << name;
        EXPECT_EQ(schema.properties, schema.required) << name;
    }
}

}  // namespace congvu::incoming
