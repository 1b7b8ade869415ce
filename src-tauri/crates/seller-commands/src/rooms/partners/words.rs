//! States and stretches of time in words.

use crate::context::Context;
use chrono::TimeDelta;
use seller_domain::partner_campaign::{JoinedState, JoinedStateKind};

/// A state without its reason.
pub(super) fn state_name(state: JoinedStateKind, context: &Context) -> String {
    match state {
        JoinedStateKind::Pending => context.say("Pending", "待审核"),
        JoinedStateKind::Approved => context.say("Approved", "已通过"),
        JoinedStateKind::Rejected => context.say("Rejected", "已拒绝"),
        JoinedStateKind::PendingClosed => context.say("Pending closed", "待关闭"),
        JoinedStateKind::Closed => context.say("Closed", "已关闭"),
    }
}

/// A state with its reason.
pub(crate) fn state(state: &JoinedState, context: &Context) -> String {
    let name = state_name(state.kind(), context);
    match state {
        JoinedState::Rejected { reason } if !reason.is_empty() => {
            context.say(format!("{name}: {reason}"), format!("{name}：{reason}"))
        }
        _ => name,
    }
}

/// The two largest units of a stretch of time.
pub(super) fn span(span: TimeDelta, context: &Context) -> String {
    let minutes = span.num_minutes();
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    match (days, hours, rest) {
        (0, 0, 0) => context.say("less than a minute", "不到 1 分钟"),
        (0, 0, rest) => context.say(format!("{rest} min"), format!("{rest} 分钟")),
        (0, hours, rest) => context.say(
            format!("{hours} h {rest} min"),
            format!("{hours} 小时 {rest} 分钟"),
        ),
        (1, hours, _) => context.say(format!("1 day {hours} h"), format!("1 天 {hours} 小时")),
        (days, hours, _) => context.say(
            format!("{days} days {hours} h"),
            format!("{days} 天 {hours} 小时"),
        ),
    }
}
