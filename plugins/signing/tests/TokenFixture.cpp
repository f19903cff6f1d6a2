// SPDX-License-Identifier: Apache-2.0
#include "TokenFixture.h"

#include "congvu/json/Encode.h"
#include "congvu/signing/Base64.h"
#include "support/TestPki.h"

#include <functional>

namespace congvu::signingdesk {

namespace {

template <class Item>
std::string listOf(const std::vector<Item>& items, const std::function<std::string(const Item&)>& write) {
    std::string out = "[";
    for (const auto& item : items) {
        out += (out.size() > 1 ? "," : "") + write(item);
    }
    return out + "]";
}

std::string base64Of(const signing::Certificate& certificate) {
    return json::toText(signing::toBase64(certificate.der()));
}

}  // namespace

testing::TestResponse TokenFixture::challenge(const http::Caller& caller, const std::string& owner, const signing::Certificate& certificate,
                                              const std::vector<signing::Certificate>& chain) {
    return harness.post(caller, "/token-challenges",
                        R"({"owner":)" + json::toText(owner) + R"(,"certificate":)" + base64Of(certificate) + R"(,"chain":)" +
                            listOf<signing::Certificate>(chain, base64Of) + "}");
}

testing::TestResponse TokenFixture::enrolWith(const http::Caller& caller, const std::string& challengeId, const std::string& value) {
    return harness.post(
        caller, "/token-keys",
        R"({"challengeId":)" + json::toText(challengeId) + R"(,"label":"Thiết bị thử","signature":)" + json::toText(value) + "}");
}

std::string TokenFixture::tokenKey(const http::Caller& caller, const std::string& owner, const signing::IssuedKey& key) {
    const auto asked = challenge(caller, owner, key.certificate, key.chain);
    EXPECT_EQ(asked.status, 201) << asked.body;
    const auto answer = enrolWith(caller, asked.at("id"), signedBy(*key.signer(), asked.at("attributes")));
    EXPECT_EQ(answer.status, 201) << answer.body;
    return answer.at("id");
}

std::string TokenFixture::chairToken() {
    return tokenKey(chair, "person", signing::testing::TestPki::instance().chairKey());
}

std::string TokenFixture::signedBy(const signing::Signer& signer, const std::string& attributes) {
    return signing::toBase64(signer.sign(signing::fromBase64(attributes).value()));
}

testing::TestResponse TokenFixture::prepare(const http::Caller& caller, const std::string& keyId,
                                            const std::vector<std::string>& requestIds, const std::string& places) {
    const auto ids = listOf<std::string>(requestIds, [](const std::string& id) { return json::toText(id); });
    return harness.post(caller, "/prepared",
                        R"({"requestIds":)" + ids + R"(,"keyId":)" + json::toText(keyId) + R"(,"places":)" + places + "}");
}

std::vector<TokenFixture::Value> TokenFixture::valuesOf(const testing::TestResponse& prepared, const signing::Signer& signer,
                                                        std::size_t count) {
    std::vector<Value> values;
    for (std::size_t index = 0; index < count; ++index) {
        const auto document = "documents/" + std::to_string(index);
        values.push_back({prepared.at(document + "/id"), signedBy(signer, prepared.at(document + "/attributes"))});
    }
    return values;
}

testing::TestResponse TokenFixture::finish(const http::Caller& caller, const std::vector<Value>& values) {
    const auto list = listOf<Value>(values, [](const Value& value) {
        return R"({"id":)" + json::toText(value.id) + R"(,"signature":)" + json::toText(value.signature) + "}";
    });
    return harness.post(caller, "/prepared/signatures", R"({"values":)" + list + "}");
}

std::int64_t TokenFixture::rowsOf(std::string_view countSql) {
    return harness.context().db().read(
        [&](db::Reader& reader) { return reader.one(countSql, {}, [](const db::Row& row) { return row.integer(0); }).value_or(-1); });
}

}  // namespace congvu::signingdesk
