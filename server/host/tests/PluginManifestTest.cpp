// SPDX-License-Identifier: Apache-2.0
#include "plugins/ContributionCheck.h"
#include "plugins/DependencyOrder.h"
#include "plugins/ManifestReader.h"
#include "testing/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <fstream>

namespace congvu::host {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// A folder with the plugin "demo" whose manifest has the given members besides the required ones.
class PluginManifest : public ::testing::Test {
protected:
    std::filesystem::path write(const std::string& members, const std::string& id = "demo") {
        auto folder = root.path() / "demo";
        std::filesystem::create_directories(folder / "migrations");
        std::ofstream(folder / "plugin.json") << R"({"id":")" << id << R"(","name":{"vi":"Thử","en":"Demo"},"version":"1.0.0","sdk":1)"
                                              << (members.empty() ? "" : ",") << members << '}';
        return folder;
    }
    std::string refusalOf(const std::string& members, const std::string& id = "demo") {
        try {
            readManifest(write(members, id));
        } catch (const PluginRefused& error) {
            return error.what();
        }
        return "accepted";
    }
    congvu::testing::TemporaryFolder root;
};

TEST_F(PluginManifest, ReadsWhatAPluginSaysOfItself) {
    const auto manifest =
        readManifest(write(R"("requires":["tasks"],"permissions":[{"id":"demo.read","label":{"vi":"Đọc","en":"Read"},"roles":["clerk"]}],
        "settings":[{"key":"demo.days","type":"number","default":3,"label":{"vi":"Ngày","en":"Days"},"scope":"unit"}],
        "ui":{"base":"/demo","nav":[{"path":"","title":{"vi":"Thử","en":"Demo"},"icon":"inbox","group":"work","permission":"demo.read"}]})"));
    EXPECT_THAT(manifest.requiredPlugins, ElementsAre("tasks"));
    EXPECT_EQ(manifest.permissions.front().label.vi, "Đọc");
    EXPECT_EQ(manifest.settings.front().defaultValue, "3");
    EXPECT_EQ(manifest.nav.front().permission, "demo.read");
}

TEST_F(PluginManifest, NamesFileAndMemberOfEveryFault) {
    EXPECT_EQ(refusalOf(R"("permissions":[{"id":"other.read","label":{"vi":"a","en":"b"}}])"),
              "demo/plugin.json: permissions/0/id must start with \"demo.\"");
    EXPECT_EQ(refusalOf(R"("tables":["demo_a","demo_a"])"), "demo/plugin.json: tables/1 stands twice");
    EXPECT_EQ(refusalOf(R"("tables":["incoming_document"])"), "demo/plugin.json: tables/0 must start with \"demo_\"");
    EXPECT_EQ(refusalOf(R"("permisions":[])"), "demo/plugin.json: permisions is not a member of a manifest");
    EXPECT_EQ(refusalOf(R"("jobs":[{"id":"a","label":{"vi":"x"}}])"), "demo/plugin.json: jobs/0/label/en is missing");
    EXPECT_EQ(refusalOf(R"("settings":[{"key":"demo.a","type":"number","default":"3","label":{"vi":"a","en":"b"},"scope":"unit"}])"),
              "demo/plugin.json: settings/0/default must be a number");
    EXPECT_EQ(refusalOf(R"("ui":{"base":"/demo","nav":[{"title":{"vi":"a","en":"b"},"group":"work","permission":"demo.none"}]})"),
              "demo/plugin.json: ui/nav/0/permission is not among the permissions");
    EXPECT_EQ(refusalOf(R"("ui":{"base":"/demo","connects":["demo.agent"]})"),
              "demo/plugin.json: ui/connects must name settings of the type text and the scope system");
    EXPECT_EQ(refusalOf(R"("settings":[{"key":"demo.agent","type":"text","default":"","label":{"vi":"a","en":"b"},"scope":"unit"}],
        "ui":{"base":"/demo","connects":["demo.agent"]})"),
              "demo/plugin.json: ui/connects must name settings of the type text and the scope system");
    EXPECT_EQ(refusalOf("", "other"), "demo/plugin.json: id is \"other\" but the plugin is \"demo\"");
    EXPECT_EQ(refusalOf(R"("requires":3)"), "demo/plugin.json: requires must be a list of texts");
}

TEST_F(PluginManifest, LetsNothingBeEntrustedButItsOwnPermissionsAndWork) {
    const auto withMandate = [](const std::string& permission, const std::string& reading, const std::string& work) {
        return R"("permissions":[{"id":"demo.sign","label":{"vi":"Ký","en":"Sign"}}],"mandates":[{"act":"sign","permissions":[")" +
               permission + R"("],"reading":[")" + reading + R"("],"work":[")" + work + R"("]}])";
    };
    const auto fact = readManifest(write(withMandate("demo.sign", "demo.sign", "demo.signing"))).mandates.front();
    EXPECT_EQ(fact.act, "sign");
    EXPECT_THAT(fact.permissions, ElementsAre("demo.sign"));
    EXPECT_THAT(fact.work, ElementsAre("demo.signing"));
    const std::string undeclared = "names \"core.organisation\", which is not among the permissions";
    EXPECT_THAT(refusalOf(withMandate("core.organisation", "demo.sign", "demo.signing")),
                HasSubstr("mandates/0/permissions " + undeclared));
    EXPECT_THAT(refusalOf(withMandate("demo.sign", "core.organisation", "demo.signing")), HasSubstr("mandates/0/reading " + undeclared));
    EXPECT_THAT(refusalOf(withMandate("demo.sign", "demo.sign", "tasks.accept")), HasSubstr("mandates/0/work/0 must start with \"demo.\""));
}

TEST_F(PluginManifest, DeclaresEntitiesAndListsWithThePermissionThatEachNeeds) {
    const auto withList = [](const std::string& permission, const std::string& path) {
        return R"("permissions":[{"id":"demo.read","label":{"vi":"Đọc","en":"Read"}}],"ui":{"base":"/demo"},
        "entities":[{"type":"thing","permission":"demo.read"}],
        "lists":[{"id":"things","title":{"vi":"Thử","en":"Things"},"path":")" +
               path + R"(","permission":")" + permission + R"("}])";
    };
    const auto facts = readManifest(write(withList("demo.read", "/things"))).facts();
    EXPECT_EQ(facts.entities.front().type, "thing");
    EXPECT_EQ(facts.lists.front().path, "/demo/things");
    EXPECT_EQ(readManifest(write(withList("demo.read", ""))).facts().lists.front().path, "/demo");
    EXPECT_THAT(refusalOf(withList("core.audit", "")), HasSubstr("lists/0/permission names \"core.audit\""));
    EXPECT_THAT(refusalOf(R"("entities":[{"type":"thing"}])"), HasSubstr("entities/0/permission is missing"));
}

TEST_F(PluginManifest, NamesTheSettingsThatSayWhereItsPagesConnect) {
    const auto manifest =
        readManifest(write(R"("settings":[{"key":"demo.agent","type":"text","default":"","label":{"vi":"a","en":"b"},"scope":"system"}],
        "ui":{"base":"/demo","connects":["demo.agent"]})"));
    EXPECT_THAT(manifest.connectSettings, ElementsAre("demo.agent"));
}

TEST_F(PluginManifest, SaysWhenTheFileIsNoJson) {
    const auto folder = write("");
    std::ofstream(folder / "plugin.json") << "{";
    EXPECT_THROW(
        {
            try {
                readManifest(folder);
            } catch (const PluginRefused& error) {
                EXPECT_STREQ(error.what(), "demo/plugin.json: is not valid JSON");
                throw;
            }
        },
        PluginRefused);
}

TEST_F(PluginManifest, ComparesTheTablesOfTheMigrations) {
    const auto folder = write(R"("tables":["demo_item"])");
    std::ofstream(folder / "migrations/0001_a.sql")
        << "-- CREATE TABLE demo_comment (id TEXT);\nCREATE TABLE IF NOT EXISTS demo_item (id TEXT);\n"
        << "CREATE TABLE demo_old (id TEXT);";
    std::ofstream(folder / "migrations/0002_b.sql") << "DROP TABLE IF EXISTS demo_old;";
    const auto manifest = readManifest(folder);
    EXPECT_NO_THROW(checkTables(manifest));
    std::ofstream(folder / "migrations/0003_c.sql") << "CREATE VIRTUAL TABLE demo_search USING fts5(text);";
    try {
        checkTables(manifest);
        FAIL() << "an undeclared table was accepted";
    } catch (const PluginRefused& error) {
        EXPECT_STREQ(error.what(), "demo/plugin.json: tables does not declare \"demo_search\", which the plugin makes");
    }
}

TEST_F(PluginManifest, ComparesWhatIsRegisteredWithWhatIsDeclared) {
    const auto manifest = readManifest(write(R"("events":{"publishes":[],"subscribes":["tasks.task-created.v1"]})"));
    EXPECT_NO_THROW(checkContributions(manifest, {{"tasks.task-created.v1"}, {}, {}, {}}));
    EXPECT_THROW(checkContributions(manifest, {}), PluginRefused);
    EXPECT_THROW(checkContributions(manifest, {{"tasks.task-created.v1"}, {"tidy"}, {}, {}}), PluginRefused);
    EXPECT_THROW(checkContributions(manifest, {{"tasks.task-created.v1"}, {}, {"congvu.demo.v1"}, {}}), PluginRefused);
    EXPECT_THROW(checkContributions(manifest, {{"tasks.task-created.v1"}, {}, {}, {}, {"thing"}}), PluginRefused);
    EXPECT_THROW(checkContributions(manifest, {{"tasks.task-created.v1"}, {}, {}, {}, {}, {"things"}}), PluginRefused);
}

std::map<std::string, Manifest> plugins(const std::map<std::string, std::vector<std::string>>& requirements) {
    std::map<std::string, Manifest> manifests;
    for (const auto& [id, required] : requirements) {
        manifests[id].id = id;
        manifests[id].requiredPlugins = required;
    }
    return manifests;
}

TEST(PluginDependencyOrder, StartsEveryPluginAfterWhatItRequires) {
    const auto result = dependencyOrder(plugins({{"a", {"c"}}, {"b", {}}, {"c", {"d"}}, {"d", {}}}));
    EXPECT_THAT(result.order, ElementsAre("d", "c", "a", "b"));
    EXPECT_TRUE(result.refused.empty());
}

TEST(PluginDependencyOrder, RefusesAMissingRequirementAndAllBehindIt) {
    const auto result = dependencyOrder(plugins({{"a", {"b"}}, {"b", {"ghost"}}, {"c", {}}}));
    EXPECT_THAT(result.order, ElementsAre("c"));
    EXPECT_EQ(result.refused.at("b"), "b/plugin.json: requires plugin \"ghost\", which is not installed");
    EXPECT_EQ(result.refused.at("a"), "a/plugin.json: requires plugin \"b\", which cannot start");
}

TEST(PluginDependencyOrder, NamesACircle) {
    const auto result = dependencyOrder(plugins({{"a", {"b"}}, {"b", {"c"}}, {"c", {"a"}}, {"d", {}}, {"e", {"a"}}}));
    EXPECT_THAT(result.order, ElementsAre("d"));
    EXPECT_THAT(result.refused.at("b"), HasSubstr("a → b → c → a"));
    EXPECT_EQ(result.refused.size(), 4U);
}

}  // namespace
}  // namespace congvu::host
