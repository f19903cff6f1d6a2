// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ports/SigningDesk.h"
#include "congvu/signing/pki/DemoAuthority.h"
#include "congvu/testing/PluginHarness.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace congvu::signingdesk {

/// What a test asks the desk for.
struct Asked {
    ports::SignerKind kind = ports::SignerKind::person;
    std::string fieldName = "Chair";
    std::string title = "Báo cáo thử nghiệm";
    std::vector<ports::FieldText> fields;
    std::string attachmentOf{};
};

/// The people of a commune around the signing desk, with keys of a certification authority that is made for the test program.
class SigningFixture : public ::testing::Test {
protected:
    SigningFixture();

    /// A PKCS#12 container of the key under `passphrase`.
    static std::string containerOf(const signing::IssuedKey& key, const std::string& passphrase);
    testing::TestResponse enrol(const http::Caller& caller, const std::string& owner, const std::string& container,
                                const std::string& passphrase, const std::string& pin);
    /// Enrols a key that is in order; its id.
    std::string enrolled(const http::Caller& caller, const std::string& owner, const signing::IssuedKey& key);
    std::string chairKey();
    std::string sealKey();

    /// A PDF with the fields "Number", "Date", "Chair" and "Seal".
    static std::string form();
    files::StoredFile store(const std::string& bytes);
    /// Puts a file on the desk of the commune's chair or of its seal, as the plugin of the document does; the request's id.
    std::string ask(const Asked& asked = {}, const std::string& bytes = form());
    /// The number and the date, as they enter with the seal.
    static Asked sealing();

    testing::TestResponse sign(const http::Caller& caller, const std::string& keyId, const std::vector<std::string>& requestIds,
                               const std::string& pinText, const std::string& places = "[]");
    testing::TestResponse request(const http::Caller& caller, const std::string& id);
    /// The file on the desk: the one that waits or, once signed, the signed one.
    std::string fileOf(const http::Caller& caller, const std::string& id);
    /// Signs a fresh form as the chair and gives the signed bytes.
    std::string signedForm();

    /// The document with an update appended that shows another page, as a forger makes it.
    static std::string withChangedPage(const std::string& bytes);

    /// The acts in the audit log about a key, a request or the document, oldest first.
    std::vector<std::string> auditOf(const std::string& type, const std::string& id);
    /// Acts in the timeline of the document.
    std::vector<std::string> timelineOfDocument();
    void trustTheAuthority();

    testing::PluginHarness harness;
    http::Caller chair;
    http::Caller clerk;
    http::Caller administrator;
    EntityRef document;
    std::string pin;         ///< made for each test
    std::string passphrase;  ///< likewise
};

}  // namespace congvu::signingdesk
