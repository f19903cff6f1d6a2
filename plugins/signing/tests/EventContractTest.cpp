// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"

#include "congvu/testing/EventSchema.h"

#include <set>

namespace congvu::signingdesk {

namespace {

using congvu::testing::EventSchema;

class EventContract : public SigningFixture {};

}  // namespace

TEST_F(EventContract, PublishesExactlyTheMembersThatTheSchemasName) {
    const auto returned = ask();
    ASSERT_EQ(harness.post(chair, "/requests/" + returned + "/return", R"({"note":"a"})").status, 204);
    signedForm();
    std::set<std::string> seen;
    for (const auto& event : harness.published()) {
        const auto schema = EventSchema::of(CONGVU_PLUGIN_FOLDER, event.name);
        EXPECT_EQ(congvu::testing::membersOf(event.payload), schema.required) << event.name;
        EXPECT_EQ(schema.example, schema.required) << event.name;
        EXPECT_EQ(schema.properties, schema.required) << event.name;
        seen.insert(event.name);
    }
    EXPECT_EQ(seen.size(), 2U);
}

}  // namespace congvu::signingdesk
