// SPDX-License-Identifier: Apache-2.0
#include "http/routes/MailRoute.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Description.h"
#include "congvu/mail/Address.h"

#include <tuple>

namespace congvu::host {

namespace {

constexpr int kTestsPerMinute = 6;

struct MailTestInput {
    std::string to;
};

}  // namespace

}  // namespace congvu::host

template <>
struct congvu::json::Description<congvu::host::MailTestInput> {
    static auto fields() { return std::tuple{field("to", &congvu::host::MailTestInput::to).required().maxLength(254)}; }
};

namespace congvu::host {

namespace {

/// Settings of the whole system are the root agency's matter.
void requireRootAgency(const directory::Directory& directory, const http::Caller& caller) {
    const auto agency = directory.unit(caller.agencyId);
    if (!agency || !agency->parentId.empty()) {
        throw AppError::forbidden();
    }
}

http::Response testMail(mail::Mail& mail, core::Core& core, db::Db& db, const http::Request& request) {
    requireRootAgency(core.directory(), request.caller());
    const auto input = request.body<MailTestInput>();
    if (!mail::isAddress(input.to)) {
        throw AppError::invalidField("/to", "bad-mail-address");
    }
    db.writeWith([&](db::Tx& tx) { core.audit().record(tx, request.caller(), "mail.tested", {"core", "setting", "core.mail_host"}); });
    const bool isEnglish = request.caller().locale == "en";
    const mail::Message message{newId(), input.to, isEnglish ? "Congvu: test of the mail server" : "Congvu: thử máy chủ thư điện tử",
                                isEnglish ? "Mail of this system goes out.\n" : "Hệ thống gửi được thư điện tử.\n"};
    return http::Response::json(mail.send(message, [] { return true; }));
}

}  // namespace

void addMailRoute(Router& router, mail::Mail& mail, core::Core& core, db::Db& db) {
    router.add("host", "/api/v1",
               http::Route::post("/mail/test")
                   .needs("core.settings")
                   .atMostPerMinute(kTestsPerMinute)
                   .says("Sends a test message with the mail settings as they are")
                   .takes<MailTestInput>()
                   .gives<mail::Report>()
                   .by([&mail, &core, &db](const http::Request& request) { return testMail(mail, core, db, request); }));
}

}  // namespace congvu::host
